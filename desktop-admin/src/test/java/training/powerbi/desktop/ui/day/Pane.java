package training.powerbi.desktop.ui.day;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.RecordingUploader.Upload;
import training.powerbi.desktop.state.DayState;
import training.powerbi.desktop.testing.Desk;
import training.powerbi.desktop.testing.FakeUploader;
import training.powerbi.desktop.ui.preview.AudioLibrary;
import training.powerbi.desktop.ui.preview.PreviewViewModel;
import training.powerbi.desktop.ui.upload.UploadJournal;
import training.powerbi.desktop.ui.upload.UploadQueue;

/// The day's pane over stand-ins, and the uploads it begins.
public final class Pane {
    public final Desk desk;
    public final FakeUploader uploader = new FakeUploader();
    public final MemoryJournal journal = new MemoryJournal();
    final SimpleObjectProperty<@Nullable DayState> chosen = new SimpleObjectProperty<>();
    final List<DayState> toggled = new ArrayList<>();
    final DayDesk day;
    public final UploadQueue uploads;
    public final PreviewViewModel preview;

    /// A journal that a test can look into.
    public static final class MemoryJournal implements UploadJournal {
        public List<Upload> kept = new ArrayList<>();

        @Override
        public List<Upload> read() {
            return List.copyOf(kept);
        }

        @Override
        public void write(List<Upload> uploads) {
            kept = List.copyOf(uploads);
        }
    }

    Pane(Desk desk) {
        this.desk = desk;
        desk.read();
        this.day =
                new DayDesk(desk.portal, desk.files, desk.state, desk.tasks, desk.screen, desk.dialogs, ZoneOffset.UTC);
        this.uploads = new UploadQueue(uploader, journal, desk.tasks, desk.screen, day::refresh);
        this.preview = new PreviewViewModel(
                URI.create("https://portal.example.org"),
                desk.tasks,
                desk.screen,
                desk.dialogs,
                new AudioLibrary("Linux", library -> false));
    }

    public static Pane atOnce() {
        return new Pane(Desk.atOnce());
    }

    public static Pane byHand() {
        return new Pane(Desk.byHand());
    }

    public void choose(int number) {
        chosen.set(desk.day(number));
    }

    DayEditor editor() {
        return new DayEditor(day, chosen);
    }

    public DayViewModel model() {
        return new DayViewModel(
                day,
                desk.course,
                uploads,
                preview,
                new ChosenDay(chosen, toggled::add, () -> chosen.set(null), number -> {}));
    }
}
