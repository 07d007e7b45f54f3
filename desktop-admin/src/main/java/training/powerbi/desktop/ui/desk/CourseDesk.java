package training.powerbi.desktop.ui.desk;

import java.time.ZoneId;
import training.powerbi.client.PortalClient;
import training.powerbi.client.access.AccessClient;
import training.powerbi.client.access.CohortClient;
import training.powerbi.desktop.state.PortalState;
import training.powerbi.desktop.task.TaskExecutor;
import training.powerbi.desktop.ui.dialog.Dialogs;
import training.powerbi.desktop.ui.kit.Screen;
import training.powerbi.desktop.ui.kit.TimeWords;

/// What work on who may see what needs.
///
/// @param courseZone the course's own
public record CourseDesk(
        PortalClient client,
        CohortClient cohorts,
        AccessClient access,
        PortalState state,
        TaskExecutor tasks,
        Screen screen,
        Dialogs dialogs,
        ZoneId courseZone) {

    /// The clock on the wall of the run that is shown.
    public ZoneId zone() {
        return state.zone(courseZone);
    }

    public TimeWords times() {
        return new TimeWords(screen, this::zone);
    }

    public String text(String key, Object... values) {
        return screen.texts().get(key, values);
    }

    /// Reads the course anew, so that what was just done is seen even while no events arrive.
    public void refresh() {
        var cohortId = state.cohortId().get();
        tasks.run(() -> client.course(cohortId), state::hear, screen::problem);
    }
}
