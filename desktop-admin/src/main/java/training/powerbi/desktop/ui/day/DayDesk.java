package training.powerbi.desktop.ui.day;

import java.time.ZoneId;
import training.powerbi.client.CourseDay;
import training.powerbi.client.FileDelivery;
import training.powerbi.client.PortalClient;
import training.powerbi.desktop.state.PortalState;
import training.powerbi.desktop.task.TaskExecutor;
import training.powerbi.desktop.ui.dialog.Dialogs;
import training.powerbi.desktop.ui.kit.Screen;

/// What work on a day needs.
///
/// @param zone the course's own
public record DayDesk(
        PortalClient client,
        FileDelivery files,
        PortalState state,
        TaskExecutor tasks,
        Screen screen,
        Dialogs dialogs,
        ZoneId zone) {

    String text(String key, Object... values) {
        return screen.texts().get(key, values);
    }

    /// Reads the course anew, so that what was just done is seen even while no events arrive.
    void refresh() {
        var cohortId = cohortId();
        tasks.run(() -> client.course(cohortId), state::hear, screen::problem);
    }

    /// Takes an answer over. What all cohorts share is answered as main has the day.
    void hear(CourseDay answer) {
        state.hear(answer);
        if (!answer.cohortId().equals(cohortId())) {
            refresh();
        }
    }

    /// The run that is shown.
    String cohortId() {
        return state.cohortId().get();
    }

    /// The clock on the wall of the run that is shown.
    ZoneId shownZone() {
        return state.zone(zone);
    }
}
