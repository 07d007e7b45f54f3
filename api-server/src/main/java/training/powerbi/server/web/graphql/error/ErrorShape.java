package training.powerbi.server.web.graphql.error;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.server.web.failure.Failure;

/// Gives the engine's own errors (syntax, validation, coercion) the portal's form.
public final class ErrorShape {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorShape.class);
    private static final int MOST_ERRORS = 10;
    private static final int LONGEST_MESSAGE = 240;
    /// The engine names the offender in quotes; its English texts are asked for with each request.
    private static final Pattern NAMED =
            Pattern.compile("(?:[Vv]ariable|[Aa]rgument|[Ff]ield|input field) '\\$?([A-Za-z_][A-Za-z0-9_]*)'");

    private ErrorShape() {}

    public static List<GraphQLError> all(List<? extends GraphQLError> errors, String executionId) {
        return errors.stream()
                .limit(MOST_ERRORS)
                .map(error -> GraphQlFailure.withId(one(error, executionId), executionId))
                .toList();
    }

    private static GraphQLError one(GraphQLError error, String executionId) {
        Map<String, Object> extensions = error.getExtensions();
        if (extensions != null && extensions.containsKey(GraphQlFailure.CODE)) {
            return error;
        }
        if (isCallersFault(error.getErrorType())) {
            Failure failure = Failure.badInput(field(error.getMessage()), shortened(error.getMessage()));
            return GraphQlFailure.of(failure, locations(error), null);
        }
        LOG.error("Execution {} failed: {}", executionId, error.getMessage());
        return GraphQlFailure.of(Failure.internal(executionId), locations(error), null);
    }

    private static List<graphql.language.SourceLocation> locations(GraphQLError error) {
        return error.getLocations() == null ? List.of() : error.getLocations();
    }

    private static boolean isCallersFault(@Nullable ErrorClassification type) {
        return type == ErrorType.InvalidSyntax
                || type == ErrorType.ValidationError
                || type == ErrorType.OperationNotSupported
                || type == ErrorType.ExecutionAborted;
    }

    private static @Nullable String field(String message) {
        Matcher named = NAMED.matcher(message);
        return named.find() ? named.group(1) : null;
    }

    /// The engine repeats the value it could not use, whatever its length.
    private static String shortened(String message) {
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + "…";
    }
}
