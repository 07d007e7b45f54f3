package training.powerbi.desktop.ui.day;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.Course;
import training.powerbi.client.DayRecording;
import training.powerbi.client.RecordingEdit;
import training.powerbi.desktop.ui.kit.Amounts;
import training.powerbi.model.VideoPlatform;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// A recording's title, address and length being edited. Only what was changed is sent.
final class RecordingEditor {
    private final DayDesk desk;
    private final Runnable done;
    private final RecordingForm form = new RecordingForm();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable DayRecording> theirs = new ReadOnlyObjectWrapper<>();
    private DayRecording base;

    /// @param done called when the form is through, saved or not
    RecordingEditor(DayDesk desk, DayRecording recording, Runnable done) {
        this.desk = desk;
        this.done = done;
        this.base = recording;
        load(recording);
    }

    RecordingForm form() {
        return form;
    }

    /// What the portal keeps itself has no address to edit.
    boolean hasAddress() {
        return base.platform() != VideoPlatform.UPLOAD;
    }

    BooleanProperty busy() {
        return busy;
    }

    /// The recording as a colleague saved it meanwhile; null when nobody did.
    ReadOnlyObjectProperty<@Nullable DayRecording> theirs() {
        return theirs.getReadOnlyProperty();
    }

    /// Whether something typed is not saved.
    boolean isDirty() {
        return changed(base.title(), form.title()) != null
                || (hasAddress() && changed(base.videoUrl(), form.address()) != null)
                || changed(length(base), form.length()) != null;
    }

    void cancel() {
        done.run();
    }

    void keepMine() {
        var seen = theirs.get();
        if (seen != null) {
            theirs.set(null);
            base = seen;
            save();
        }
    }

    void takeTheirs() {
        var seen = theirs.get();
        if (seen != null) {
            load(seen);
        }
    }

    void save() {
        if (busy.get() || !form.check(desk, hasAddress())) {
            return;
        }
        var title = changed(base.title(), form.title());
        var address = hasAddress() ? changed(base.videoUrl(), form.address()) : null;
        var length = changed(length(base), form.length());
        if (title == null && address == null && length == null) {
            done.run();
            return;
        }
        busy.set(true);
        var edit = new RecordingEdit(title, address, length, base.editVersion());
        desk.tasks()
                .run(
                        () -> desk.client().updateRecording(base.recordingId(), edit),
                        answer -> {
                            busy.set(false);
                            done.run();
                            desk.refresh();
                        },
                        this::refused);
    }

    private void load(DayRecording recording) {
        base = recording;
        theirs.set(null);
        form.title().set(recording.title());
        form.address().set(recording.videoUrl());
        form.length().set(length(recording));
    }

    private static String length(DayRecording recording) {
        var seconds = recording.durationSeconds();
        return seconds == 0 ? "" : Amounts.length(seconds);
    }

    private static @Nullable String changed(String before, StringProperty now) {
        var text = now.get().strip();
        return text.equals(before) || text.isEmpty() ? null : text;
    }

    private void refused(Exception failure) {
        if (failure instanceof PortalException conflict && conflict.code() == ErrorCode.CONFLICTING_UPDATE) {
            var cohortId = desk.cohortId();
            desk.tasks().run(() -> desk.client().course(cohortId), this::compare, this::stop);
        } else {
            stop(failure);
        }
    }

    private void compare(Course course) {
        busy.set(false);
        var now = course.days().stream()
                .flatMap(day -> day.recordings().stream())
                .filter(each -> each.recordingId().equals(base.recordingId()))
                .findFirst();
        if (now.isEmpty()) {
            desk.screen().notices().problem(desk.text("recording.edit.gone", base.title()));
            done.run();
        } else if (sameWords(now.get(), base) && now.get().editVersion() != base.editVersion()) {
            // Only its views or captions changed: nobody's words are overwritten.
            base = now.get();
            save();
        } else {
            theirs.set(now.get());
        }
        desk.state().hear(course);
    }

    private static boolean sameWords(DayRecording one, DayRecording other) {
        return one.title().equals(other.title())
                && one.videoUrl().equals(other.videoUrl())
                && one.durationSeconds() == other.durationSeconds();
    }

    private void stop(Exception failure) {
        busy.set(false);
        if (!form.errors().take(failure)) {
            desk.screen().problem(failure);
        }
    }
}
