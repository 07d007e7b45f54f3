package training.powerbi.server.web.graphql.error;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import training.powerbi.server.web.failure.Failure;
import training.powerbi.server.web.failure.RequestId;

/// Answers given without executing.
public final class Responses {
    private Responses() {}

    /// The result with its errors in the portal's form.
    public static ExecutionResult shaped(ExecutionResult result, String executionId) {
        return result.getErrors().isEmpty()
                ? result
                : result.transform(builder -> builder.errors(ErrorShape.all(result.getErrors(), executionId)));
    }

    /// An answer with one error and no data.
    public static WebGraphQlResponse failed(WebGraphQlRequest request, Failure failure) {
        GraphQLError error = GraphQlFailure.of(failure);
        ExecutionResult result = ExecutionResult.newExecutionResult()
                .addError(RequestId.known()
                        .map(id -> GraphQlFailure.withId(error, id))
                        .orElse(error))
                .build();
        return new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(request.toExecutionInput(), result));
    }
}
