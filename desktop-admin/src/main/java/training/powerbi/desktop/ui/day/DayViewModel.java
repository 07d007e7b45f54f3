package training.powerbi.desktop.ui.day;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.Course.Cohort;
import training.powerbi.client.CourseDay;
import training.powerbi.client.DayRecording;
import training.powerbi.desktop.state.DayState;
import training.powerbi.desktop.ui.access.Exceptions;
import training.powerbi.desktop.ui.desk.CourseDesk;
import training.powerbi.desktop.ui.kit.Amounts;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.TimeWords;
import training.powerbi.desktop.ui.preview.PreviewViewModel;
import training.powerbi.desktop.ui.session.SessionEditor;
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
    private final SessionEditor session;
    private final Exceptions exceptions;
    private final BooleanProperty ofCohort = new SimpleBooleanProperty();
    private final RecordingList recordings;
    private final AddRecordingForm adding;
    private final FilmLength filmLength = new FilmLength();
    private final Slides slides;
    private final Resources resources;
    private final ReadOnlyObjectWrapper<@Nullable CourseDay> day = new ReadOnlyObjectWrapper<>();
    private final ChangeListener<CourseDay> follow = (property, before, now) -> hear(now);

    /// @param course for who may see the day when
    public DayViewModel(
            DayDesk desk, CourseDesk course, UploadQueue uploads, PreviewViewModel preview, ChosenDay looked) {
        this.looked = looked;
        this.session = new SessionEditor(course, looked.day());
        this.exceptions = new Exceptions(course, true, () -> {});
        course.state().studentChanges().addListener(change -> exceptions.refresh());
        desk.state().cohortId().addListener(change -> ofCohort.set(false));
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
        exceptions.day().set(now == null ? null : now.number());
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

    /// Shows all that was done to the day.
    void history() {
        var now = day.get();
        if (now != null) {
            looked.history().accept(now.dayNumber());
        }
    }

    SessionEditor session() {
        return session;
    }

    Exceptions exceptions() {
        return exceptions;
    }

    /// Whether there is more than one run of the course.
    ReadOnlyBooleanProperty several() {
        return desk.state().several();
    }

    /// Whether new recordings are for the students of the run that is shown only.
    BooleanProperty ofCohort() {
        return ofCohort;
    }

    /// What the run that is shown is called.
    ObservableValue<String> cohortName() {
        return desk.state()
                .cohortId()
                .flatMap(id -> desk.state()
                        .several()
                        .map(several ->
                                desk.state().cohort(id).map(Cohort::name).orElse("")));
    }

    /// Of which run a recording is; empty when it is everyone's.
    String cohortOf(DayRecording recording) {
        var id = recording.cohortId();
        return id == null
                ? ""
                : desk.text(
                        "recording.of-cohort",
                        desk.state().cohort(id).map(Cohort::name).orElse(desk.text("people.cohort.archived")));
    }

    private @Nullable String recordingsFor() {
        return ofCohort.get() && several().get() ? desk.cohortId() : null;
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
        var now = day.get();
        if (now != null && session.isTyped()) {
            lines.add(desk.text("session.unsaved", now.dayNumber()));
        }
        lines.addAll(exceptions.unsaved());
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
            adding.submit(now.dayNumber(), recordingsFor());
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
                    now.dayNumber(),
                    recordingsFor(),
                    videos,
                    filmLength.take(videos.size(), desk.text("recording.film-length-one")));
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
        return new TimeWords(desk.screen(), desk::shownZone);
    }

    Amounts amounts() {
        return new Amounts(texts());
    }
}
