package training.powerbi.server.web.graphql;

import graphql.execution.ExecutionId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import training.powerbi.server.account.AttemptArgument;
import training.powerbi.server.web.failure.Failure;
import training.powerbi.server.web.failure.RequestId;
import training.powerbi.server.web.graphql.error.ErrorShape;
import training.powerbi.server.web.graphql.error.Responses;

/// What holds for each execution whatever brought it: whole characters, English sentences, errors with codes, and over
/// HTTP the caller's `Idempotency-Key` as the context value [AttemptArgument#KEY].
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class RequestShape implements WebGraphQlInterceptor {
    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 200;

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        // A socket's handshake headers would be the same key for all of its mutations.
        String key = request instanceof WebSocketGraphQlRequest
                ? null
                : request.getHeaders().getFirst(HEADER);
        if (key != null && !isVisibleAscii(key)) {
            return Mono.just(Responses.failed(
                    request, Failure.badInput(HEADER, "Idempotency-Key takes 1 to 200 visible ASCII characters.")));
        }
        var broken = BrokenText.in(request.getDocument(), request.getVariables());
        if (broken.isPresent()) {
            return Mono.just(Responses.failed(
                    request, Failure.badInput(broken.get(), "The text holds half of a character; type it again.")));
        }
        String id = id(request);
        request.configureExecutionInput((_, input) -> {
            input.executionId(ExecutionId.from(id));
            input.locale(Locale.ENGLISH);
            if (key != null) {
                input.graphQLContext(Map.of(AttemptArgument.KEY, key));
            }
            return input.build();
        });
        return chain.next(request).map(response -> shaped(response, id));
    }

    /// An execution is called what its request is. On a socket, which one request opened, each message has an id that
    /// the client chose.
    private static String id(WebGraphQlRequest request) {
        return request instanceof WebSocketGraphQlRequest ? RequestId.from(request.getId()) : RequestId.current();
    }

    private static boolean isVisibleAscii(String key) {
        return !key.isEmpty() && key.length() <= LONGEST_KEY && key.chars().allMatch(c -> c > ' ' && c < 127);
    }

    private static WebGraphQlResponse shaped(WebGraphQlResponse response, String executionId) {
        List<graphql.GraphQLError> errors = response.getExecutionResult().getErrors();
        return errors.isEmpty()
                ? response
                : response.transform(builder -> builder.errors(ErrorShape.all(errors, executionId)));
    }
}
