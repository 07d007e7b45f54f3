package training.powerbi.desktop.ui.day;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import training.powerbi.client.CourseDay;
import training.powerbi.client.DayRecording;

/// A day's recordings: those students see, and those that were removed and can come back.
final class RecordingList {
    private final DayDesk desk;
    private final ObservableList<RecordingItem> active = FXCollections.observableArrayList();
    private final ObservableList<RecordingItem> removed = FXCollections.observableArrayList();

    /// Of all days seen, so that a form left open is found open again.
    private final Map<String, RecordingItem> known = new HashMap<>();

    RecordingList(DayDesk desk) {
        this.desk = desk;
    }

    ObservableList<RecordingItem> active() {
        return active;
    }

    ObservableList<RecordingItem> removed() {
        return removed;
    }

    /// The recordings with words that are typed and not saved, by their titles.
    List<String> unsaved() {
        return known.values().stream()
                .filter(item ->
                        item.editor().get() != null && item.editor().get().isDirty())
                .map(item -> item.recording().title())
                .sorted()
                .toList();
    }

    void show(CourseDay day) {
        follow(active, day.recordings());
        follow(removed, day.removedRecordings());
    }

    void clear() {
        active.clear();
        removed.clear();
    }

    void edit(RecordingItem item) {
        item.edit(new RecordingEditor(desk, item.recording(), () -> item.edit(null)));
    }

    /// Takes it from the students; for ten seconds, and later from the list of removed ones, it can come back.
    void remove(RecordingItem item) {
        var recording = item.recording();
        ask(
                item,
                () -> desk.client().removeRecording(recording.recordingId()),
                () -> desk.screen()
                        .notices()
                        .undo(
                                about(recording),
                                desk.text("recording.removed", recording.title()),
                                desk.text("recording.undo"),
                                () -> bringBack(recording)));
    }

    void restore(RecordingItem item) {
        var recording = item.recording();
        ask(item, () -> desk.client().restoreRecording(recording.recordingId()), () -> {
            desk.screen().notices().settled(about(recording));
            desk.screen().notices().info(desk.text("recording.restored", recording.title()));
        });
    }

    private static String about(DayRecording recording) {
        return "recording " + recording.recordingId();
    }

    private void bringBack(DayRecording recording) {
        desk.tasks()
                .run(
                        () -> desk.client().restoreRecording(recording.recordingId()),
                        answer -> desk.refresh(),
                        desk.screen()::problem);
    }

    private void ask(RecordingItem item, Callable<DayRecording> call, Runnable done) {
        if (item.pending().get()) {
            return;
        }
        item.pending().set(true);
        desk.tasks()
                .run(
                        call,
                        answer -> {
                            item.pending().set(false);
                            done.run();
                            desk.refresh();
                        },
                        failure -> {
                            item.pending().set(false);
                            desk.screen().problem(failure);
                        });
    }

    private void follow(ObservableList<RecordingItem> items, List<DayRecording> now) {
        var wanted = now.stream()
                .map(recording -> {
                    var item = known.get(recording.recordingId());
                    if (item == null) {
                        item = new RecordingItem(desk, recording);
                        known.put(recording.recordingId(), item);
                    }
                    item.hear(recording);
                    return item;
                })
                .toList();
        if (!wanted.equals(items)) {
            items.setAll(wanted);
        }
    }
}
