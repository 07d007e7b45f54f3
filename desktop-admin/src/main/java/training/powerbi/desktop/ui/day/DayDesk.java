package training.powerbi.desktop.ui.day;

import java.time.ZoneId;
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
        tasks.run(client::course, state::hear, screen::problem);
    }
}
