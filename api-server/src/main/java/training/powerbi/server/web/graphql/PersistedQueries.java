package training.powerbi.server.web.graphql;

import graphql.execution.preparsed.persisted.PersistedQuerySupport;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.server.web.failure.Failure;
import training.powerbi.server.web.graphql.error.Responses;

/// Answers a request that names its document by a hash and does not bring it. The portal keeps no documents by hash;
/// told so, clients send the document itself from then on.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
public class PersistedQueries implements WebGraphQlInterceptor {
    /// The member of `extensions` that holds the hash.
    public static final String EXTENSION = "persistedQuery";

    /// What the framework takes for the document that is not there.
    public static final String NO_DOCUMENT = PersistedQuerySupport.PERSISTED_QUERY_MARKER;

    /// Word for word as Apollo's and urql's clients compare it.
    private static final Failure NOT_SUPPORTED =
            new Failure(ErrorCode.PERSISTED_QUERY_NOT_SUPPORTED, "PersistedQueryNotSupported");

    PersistedQueries() {}

    static boolean isAnsweredBy(WebGraphQlResponse response) {
        return response.getExecutionInput().getQuery().equals(NO_DOCUMENT);
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return request.getDocument().equals(NO_DOCUMENT)
                ? Mono.just(Responses.failed(request, NOT_SUPPORTED))
                : chain.next(request);
    }
}
