package training.powerbi.server.web.socket;

import graphql.ExecutionResult;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.server.web.failure.Failure;
import training.powerbi.server.web.graphql.error.GraphQlFailure;
import training.powerbi.server.web.graphql.error.Responses;
import training.powerbi.server.web.http.TokenCheck;

/// Rules of streams, the same over sockets and SSE: a limited number, and none outlives its token. Plain HTTP
/// has no streams.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class StreamGuard implements WebGraphQlInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(StreamGuard.class);
    private static final Failure TOO_MANY =
            new Failure(ErrorCode.TOO_MANY_REQUESTS, "Too many open streams; end one first.", null, "5");

    private final TokenCheck tokens;
    private final LiveConnections connections;

    StreamGuard(TokenCheck tokens, LiveConnections connections) {
        this.tokens = tokens;
        this.connections = connections;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        // With whose rights a stream begins: it ends as soon as they are others.
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        return chain.next(request).map(response -> guarded(request, response, caller));
    }

    private WebGraphQlResponse guarded(
            WebGraphQlRequest request, WebGraphQlResponse response, @Nullable Authentication caller) {
        boolean stream = response.getData() instanceof Publisher;
        if (request instanceof WebSocketGraphQlRequest overSocket) {
            return stream ? with(response, events -> onSocket(overSocket, events)) : response;
        }
        if (isSse(request)) {
            return stream ? with(response, events -> onSse(request, events, caller)) : asStream(response);
        }
        return stream
                ? Responses.failed(
                        request, Failure.badInput(null, "Subscribe over WebSocket, or accept text/event-stream."))
                : response;
    }

    private static boolean isSse(WebGraphQlRequest request) {
        return MediaType.TEXT_EVENT_STREAM_VALUE.equals(request.getHeaders().getFirst(HttpHeaders.ACCEPT));
    }

    private static WebGraphQlResponse with(
            WebGraphQlResponse response, Function<Flux<ExecutionResult>, Flux<ExecutionResult>> rule) {
        Publisher<ExecutionResult> events = Objects.requireNonNull(response.getData());
        String id = response.getExecutionInput().getExecutionIdNonNull().toString();
        Flux<ExecutionResult> shaped = Flux.from(events)
                .map(event -> Responses.shaped(event, id))
                .onErrorMap(
                        thrown -> !(thrown instanceof SubscriptionPublisherException), thrown -> defect(thrown, id));
        return response.transform(builder -> builder.data(rule.apply(shaped)));
    }

    private static SubscriptionPublisherException defect(Throwable thrown, String id) {
        LOG.error("Stream {} failed", id, thrown);
        return ended(Failure.internal(id));
    }

    /// A query or mutation asked over SSE is a stream of one.
    private static WebGraphQlResponse asStream(WebGraphQlResponse response) {
        Flux<ExecutionResult> one = Flux.just(response.getExecutionResult());
        return response.transform(builder -> builder.data(one).errors(List.of()));
    }

    private static Flux<ExecutionResult> onSocket(WebSocketGraphQlRequest request, Flux<ExecutionResult> events) {
        SocketSession session = SocketSession.of(request.getSessionInfo().getAttributes());
        return Flux.defer(() -> session.startSubscription()
                ? events.doFinally(_ -> session.endSubscription())
                : Flux.error(ended(TOO_MANY)));
    }

    private Flux<ExecutionResult> onSse(
            WebGraphQlRequest request, Flux<ExecutionResult> events, @Nullable Authentication caller) {
        return Flux.defer(() -> {
            Sinks.Empty<ExecutionResult> over = Sinks.empty();
            if (caller == null) {
                return Flux.error(ended(Failure.unauthenticated()));
            }
            LiveConnection live;
            try {
                live = connection(request, caller, over);
            } catch (AuthenticationException e) {
                return Flux.error(ended(Failure.unauthenticated()));
            }
            if (!connections.add(live)) {
                return Flux.error(ended(TOO_MANY));
            }
            Flux<ExecutionResult> allowed = events.handle((event, sink) -> {
                if (tokens.brings(live.token(), caller)) {
                    sink.next(event);
                } else {
                    sink.error(ended(Failure.unauthenticated()));
                }
            });
            return allowed.takeUntilOther(over.asMono()).doFinally(_ -> connections.remove(live));
        });
    }

    private LiveConnection connection(
            WebGraphQlRequest request, Authentication caller, Sinks.Empty<ExecutionResult> over) {
        String token = tokens.bearer(request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION));
        return new LiveConnection(token, caller, tokens.expiry(token), reason -> {
            switch (reason) {
                case TOKEN_ENDED -> over.tryEmitError(ended(Failure.unauthenticated()));
                case SERVER_STOPS -> over.tryEmitEmpty();
            }
        });
    }

    private static SubscriptionPublisherException ended(Failure failure) {
        return new SubscriptionPublisherException(
                List.of(GraphQlFailure.of(failure)), new IllegalStateException(failure.sentence()));
    }
}
