package training.powerbi.desktop.ui.recording;

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

/// The day's pane over stand-ins.
final class Pane {
    final Desk desk;
    final FakeUploader uploader = new FakeUploader();
    final MemoryJournal journal = new MemoryJournal();
    final SimpleObjectProperty<@Nullable DayState> chosen = new SimpleObjectProperty<>();
    final DayDesk day;
    final UploadQueue uploads;
    final PreviewViewModel preview;

    /// A journal that a test can look into.
    static final class MemoryJournal implements UploadJournal {
        List<Upload> kept = new ArrayList<>();

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

    static Pane atOnce() {
        return new Pane(Desk.atOnce());
    }

    static Pane byHand() {
        return new Pane(Desk.byHand());
    }

    void choose(int number) {
        chosen.set(desk.day(number));
    }

    DayEditor editor() {
        return new DayEditor(day, chosen);
    }

    DayViewModel model() {
        return new DayViewModel(day, uploads, preview, chosen);
    }
}
