package training.powerbi.server.web.graphql.error;

import graphql.GraphQLError;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.SubscriptionExceptionResolver;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.server.web.failure.Failure;
import training.powerbi.server.web.failure.RequestId;
import training.powerbi.server.web.failure.SecurityLog;

/// Answers and logs what a field or a stream throws. Leaves nothing to the framework's own resolvers, whose
/// errors carry no code.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class GraphQlErrorResolver implements DataFetcherExceptionResolver, SubscriptionExceptionResolver {
    private static final Logger LOG = LoggerFactory.getLogger(GraphQlErrorResolver.class);

    @Override
    public Mono<List<GraphQLError>> resolveException(Throwable thrown, DataFetchingEnvironment environment) {
        Authentication caller = caller(environment);
        String id = environment.getExecutionId().toString();
        Failure failure = Failure.of(thrown, isSignedIn(caller), id);
        String field = environment.getExecutionStepInfo().getPath().toString();
        log(failure, thrown, field);
        if (failure.code() == ErrorCode.ACCESS_DENIED && caller != null) {
            SecurityLog.refused(caller.getName(), "graphql " + field);
        }
        return Mono.just(List.of(GraphQlFailure.of(
                failure,
                List.of(environment.getField().getSourceLocation()),
                environment.getExecutionStepInfo().getPath())));
    }

    @Override
    public Mono<List<GraphQLError>> resolveException(Throwable thrown) {
        Failure failure = Failure.of(thrown, true, RequestId.current());
        log(failure, thrown, "stream");
        return Mono.just(List.of(GraphQlFailure.of(failure)));
    }

    private static void log(Failure failure, Throwable thrown, String where) {
        if (failure.code() == ErrorCode.INTERNAL) {
            LOG.error("{} failed: {}", where, failure.sentence(), thrown);
        } else {
            LOG.info("{} {}: {}", where, failure.code(), failure.sentence());
        }
    }

    private static boolean isSignedIn(@org.jspecify.annotations.Nullable Authentication caller) {
        return caller != null && caller.isAuthenticated() && !(caller instanceof AnonymousAuthenticationToken);
    }

    /// The framework keeps the caller in the execution's context; a field may run on any thread.
    private static @org.jspecify.annotations.Nullable Authentication caller(DataFetchingEnvironment environment) {
        SecurityContext kept = environment.getGraphQlContext().get(SecurityContext.class.getName());
        return kept != null
                ? kept.getAuthentication()
                : SecurityContextHolder.getContext().getAuthentication();
    }
}
