package training.powerbi.desktop.ui.day;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.DayRecording;

/// One recording in the list, the same while the portal's answers about it change.
final class RecordingItem {
    private final ReadOnlyObjectWrapper<DayRecording> recording;
    private final BooleanProperty pending = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable RecordingEditor> editor = new ReadOnlyObjectWrapper<>();
    private final Captions captions;

    RecordingItem(DayDesk desk, DayRecording first) {
        recording = new ReadOnlyObjectWrapper<>(first);
        captions = new Captions(desk, recording.getReadOnlyProperty());
    }

    String id() {
        return recording().recordingId();
    }

    DayRecording recording() {
        return recording.get();
    }

    ReadOnlyObjectProperty<DayRecording> recordingProperty() {
        return recording.getReadOnlyProperty();
    }

    /// Whether the portal has yet to answer about it.
    BooleanProperty pending() {
        return pending;
    }

    /// The form, while it is open.
    ReadOnlyObjectProperty<@Nullable RecordingEditor> editor() {
        return editor.getReadOnlyProperty();
    }

    Captions captions() {
        return captions;
    }

    void hear(DayRecording now) {
        recording.set(now);
    }

    void edit(@Nullable RecordingEditor form) {
        editor.set(form);
    }
}
