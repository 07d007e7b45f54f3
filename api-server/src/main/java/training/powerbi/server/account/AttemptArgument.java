package training.powerbi.server.account;

import graphql.schema.DataFetchingEnvironment;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.stereotype.Component;
import training.powerbi.server.audit.Attempt;

/// Gives GraphQL methods the viewer's attempt, with the `Idempotency-Key` of the request.
@Component
public class AttemptArgument implements HandlerMethodArgumentResolver {
    /// What holds the key in the context of an execution.
    public static final String KEY = "idempotencyKey";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Attempt.class;
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, DataFetchingEnvironment environment) {
        return ViewerArgument.viewer().attempt(environment.getGraphQlContext().get(KEY));
    }
}
