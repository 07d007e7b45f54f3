package training.powerbi.desktop.ui.day;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/// Adds a recording that is kept elsewhere, by its address.
final class AddRecordingForm {
    private final DayDesk desk;
    private final RecordingForm form = new RecordingForm();
    private final BooleanProperty busy = new SimpleBooleanProperty();

    AddRecordingForm(DayDesk desk) {
        this.desk = desk;
    }

    RecordingForm form() {
        return form;
    }

    BooleanProperty busy() {
        return busy;
    }

    /// @param cohortId whose students get it; null for everyone
    void submit(int dayNumber, @Nullable String cohortId) {
        if (busy.get() || !form.check(desk, true)) {
            return;
        }
        if (form.length().get().isBlank()) {
            form.errors().of(RecordingForm.LENGTH).set(desk.text("recording.length-missing"));
            return;
        }
        var title = form.title().get().strip();
        var address = form.address().get().strip();
        var length = form.length().get().strip();
        busy.set(true);
        desk.tasks()
                .run(
                        () -> desk.client().addRecording(dayNumber, title, address, length, cohortId),
                        added -> {
                            busy.set(false);
                            form.clear();
                            desk.screen().notices().info(desk.text("recording.added", added.title(), dayNumber));
                            desk.refresh();
                        },
                        failure -> {
                            busy.set(false);
                            if (!form.errors().take(failure)) {
                                desk.screen().problem(failure);
                            }
                        });
    }
}
