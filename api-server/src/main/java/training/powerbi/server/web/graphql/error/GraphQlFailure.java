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

    private GraphQlFailure() {}

    /// A failure of the request as a whole.
    public static GraphQLError of(Failure failure) {
        return of(failure, List.of(), null);
    }

    /// A failure at places of the document.
    public static GraphQLError of(Failure failure, List<SourceLocation> locations) {
        return of(failure, locations, null);
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
