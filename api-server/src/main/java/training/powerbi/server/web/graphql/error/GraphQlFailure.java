package training.powerbi.server.web.graphql.error;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.ResultPath;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.ErrorType;
import training.powerbi.server.web.failure.Failure;

/// A failure as an entry of `errors`.
public final class GraphQlFailure {
    static final String CODE = "code";
    private static final String REQUEST_ID = "requestId";

    private GraphQlFailure() {}

    /// A failure of the request as a whole.
    public static GraphQLError of(Failure failure) {
        return of(failure, List.of(), null);
    }

    /// A failure at places of the document.
    public static GraphQLError of(Failure failure, List<SourceLocation> locations) {
        return of(failure, locations, null);
    }

    /// The error as the answer to one request shows it: a failure of the portal's own with the id that log lines carry
    /// too. Refusals look the same whatever is behind them.
    static GraphQLError withId(GraphQLError error, String requestId) {
        if (error.getErrorType() != ErrorType.INTERNAL_ERROR) {
            return error;
        }
        Map<String, Object> extensions = new LinkedHashMap<>();
        if (error.getExtensions() != null) {
            extensions.putAll(error.getExtensions());
        }
        extensions.put(REQUEST_ID, requestId);
        GraphqlErrorBuilder<?> answer = GraphqlErrorBuilder.newError()
                .message("%s", error.getMessage())
                .errorType(error.getErrorType())
                .locations(error.getLocations() == null ? List.of() : error.getLocations())
                .extensions(extensions);
        return error.getPath() == null
                ? answer.build()
                : answer.path(error.getPath()).build();
    }

    static GraphQLError of(Failure failure, List<SourceLocation> locations, @Nullable ResultPath path) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put(CODE, failure.code().name());
        extensions.put("retryable", failure.code().retryable());
        if (failure.field() != null) {
            extensions.put("field", failure.field());
        }
        if (failure.retryAfterSeconds() != null) {
            extensions.put("retryAfterSeconds", Integer.valueOf(failure.retryAfterSeconds()));
        }
        GraphqlErrorBuilder<?> error = GraphqlErrorBuilder.newError()
                .message("%s", failure.sentence())
                .errorType(ErrorType.valueOf(failure.code().category().name()))
                .locations(locations)
                .extensions(extensions);
        return path == null ? error.build() : error.path(path).build();
    }
}
