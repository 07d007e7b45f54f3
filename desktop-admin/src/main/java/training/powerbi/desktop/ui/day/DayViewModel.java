package training.powerbi.desktop.ui.day;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.CourseDay;
import training.powerbi.desktop.state.DayState;
import training.powerbi.desktop.ui.kit.Amounts;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.TimeWords;
import training.powerbi.desktop.ui.preview.PreviewViewModel;
import training.powerbi.desktop.ui.upload.FileKind;
import training.powerbi.desktop.ui.upload.FilmLength;
import training.powerbi.desktop.ui.upload.UploadQueue;

/// The chosen day with all that belongs to it: its words, recordings, slides and files.
public final class DayViewModel {
    private final ChosenDay looked;
    private final DayDesk desk;
    private final UploadQueue uploads;
    private final PreviewViewModel preview;
    private final DayEditor editor;
    private final RecordingList recordings;
    private final AddRecordingForm adding;
    private final FilmLength filmLength = new FilmLength();
    private final Slides slides;
    private final Resources resources;
    private final ReadOnlyObjectWrapper<@Nullable CourseDay> day = new ReadOnlyObjectWrapper<>();
    private final ChangeListener<CourseDay> follow = (property, before, now) -> hear(now);

    public DayViewModel(DayDesk desk, UploadQueue uploads, PreviewViewModel preview, ChosenDay looked) {
        this.looked = looked;
        var chosen = looked.day();
        this.desk = desk;
        this.uploads = uploads;
        this.preview = preview;
        this.editor = new DayEditor(desk, chosen);
        this.recordings = new RecordingList(desk);
        this.adding = new AddRecordingForm(desk);
        this.slides = new Slides(desk);
        this.resources = new Resources(desk);
        chosen.addListener((property, before, now) -> {
            if (before != null) {
                before.dayProperty().removeListener(follow);
            }
            turnTo(now);
        });
        turnTo(chosen.get());
    }

    private void turnTo(@Nullable DayState now) {
        recordings.clear();
        if (now == null) {
            day.set(null);
        } else {
            now.dayProperty().addListener(follow);
            hear(now.day());
        }
    }

    private void hear(CourseDay now) {
        recordings.show(now);
        slides.show(now);
        resources.show(now);
        day.set(now);
    }

    /// The day as last heard of; null when none is chosen.
    ReadOnlyObjectProperty<@Nullable CourseDay> day() {
        return day.getReadOnlyProperty();
    }

    /// The same with its lock; null when none is chosen.
    ReadOnlyObjectProperty<@Nullable DayState> chosen() {
        return looked.day();
    }

    void toggle(DayState which) {
        looked.toggle().accept(which);
    }

    /// Leaves the day. What was typed is kept until it is looked at again.
    void close() {
        looked.close().run();
    }

    /// What was typed and not saved on any day, one line each.
    public List<String> unsaved() {
        List<String> lines = new ArrayList<>();
        editor.unsaved().forEach(number -> lines.add(desk.text("recording.unsaved.day", number)));
        recordings.unsaved().forEach(title -> lines.add(desk.text("recording.unsaved.recording", title)));
        if (!adding.form().isEmpty()) {
            lines.add(desk.text("recording.unsaved.adding"));
        }
        if (!slides.link().isEmpty() || !resources.link().isEmpty()) {
            lines.add(desk.text("recording.unsaved.link"));
        }
        return List.copyOf(lines);
    }

    /// When the day is taught, in words.
    String when(CourseDay of) {
        var at = of.scheduledAt();
        return at == null ? desk.text("card.no-date") : times().withWeekday(at);
    }

    DayEditor editor() {
        return editor;
    }

    RecordingList recordings() {
        return recordings;
    }

    AddRecordingForm adding() {
        return adding;
    }

    Slides slides() {
        return slides;
    }

    Resources resources() {
        return resources;
    }

    FilmLength filmLength() {
        return filmLength;
    }

    void add() {
        var now = day.get();
        if (now != null) {
            adding.submit(now.dayNumber());
        }
    }

    void chooseVideo() {
        desk.dialogs()
                .chooseFile(
                        desk.text("recording.choose"), desk.text("recording.choose.kind"), FileKind.VIDEO.patterns())
                .ifPresent(file -> dropVideos(List.of(file)));
    }

    /// Queues the videos among the files, and names those that are none.
    void dropVideos(List<Path> files) {
        var now = day.get();
        if (now == null) {
            return;
        }
        var videos = files.stream().filter(FileKind.VIDEO::takes).toList();
        if (videos.size() < files.size()) {
            desk.screen().notices().problem(desk.text("recording.no-video", FileKind.VIDEO.listed()));
        }
        if (!videos.isEmpty()) {
            uploads.add(
                    now.dayNumber(), videos, filmLength.take(videos.size(), desk.text("recording.film-length-one")));
        }
    }

    void preview(RecordingItem item) {
        preview.open(item.recording());
    }

    void previewSlides() {
        var now = day.get();
        if (now != null) {
            preview.openSlides(now);
        }
    }

    /// Opens a file or link of the day where the system opens such things.
    void open(String address) {
        desk.dialogs().browse(preview.absolute(address));
    }

    Texts texts() {
        return desk.screen().texts();
    }

    TimeWords times() {
        return new TimeWords(desk.screen(), desk.zone());
    }

    Amounts amounts() {
        return new Amounts(texts());
    }
}
