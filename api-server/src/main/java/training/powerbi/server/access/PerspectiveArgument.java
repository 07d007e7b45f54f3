package training.powerbi.server.access;

import graphql.schema.DataFetchingEnvironment;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.stereotype.Component;
import training.powerbi.model.TrainingDay;
import training.powerbi.server.account.ViewerArgument;

/// Gives the methods that answer fields of a day the perspective in which that day is shown: the one its query said, or
/// the viewer's own on the cohort whose day it is.
@Component
class PerspectiveArgument implements HandlerMethodArgumentResolver {
    private final DayAccess access;

    PerspectiveArgument(DayAccess access) {
        this.access = access;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Perspective.class;
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, DataFetchingEnvironment environment) {
        if (environment.getLocalContext() instanceof Perspective said) {
            return said;
        }
        var viewer = ViewerArgument.viewer();
        return environment.getSource() instanceof TrainingDay day && viewer.isAdmin()
                ? access.of(viewer, day.cohortId())
                : access.of(viewer);
    }
}
