package training.powerbi.server.dashboard;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import training.powerbi.model.Connection;
import training.powerbi.model.UserProgress;
import training.powerbi.server.account.Viewer;

@Controller
class DashboardController {
    private final Dashboard dashboard;

    DashboardController(Dashboard dashboard) {
        this.dashboard = dashboard;
    }

    @QueryMapping
    DashboardStats dashboardStats(@Argument @Nullable String cohortId) {
        return dashboard.stats(cohortId);
    }

    @QueryMapping
    List<DayProgress> dayProgress(@Argument @Nullable String cohortId) {
        return dashboard.dayProgress(cohortId);
    }

    @QueryMapping
    Connection<UserProgress> courseProgress(
            Viewer viewer,
            @Argument @Nullable Integer dayNumber,
            @Argument @Nullable String cohortId,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        return dashboard.progress(viewer, dayNumber, cohortId, first, after);
    }
}
