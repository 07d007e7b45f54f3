package training.powerbi.desktop.ui.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.beans.Observable;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.DayRecording;
import training.powerbi.client.RecordingUploader;
import training.powerbi.client.RecordingUploader.Upload;
import training.powerbi.desktop.task.TaskExecutor;
import training.powerbi.desktop.ui.kit.Screen;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Recordings on their way to the portal, one at a time. What is not done is written down, and stands paused when the
/// program starts again. On the FX thread.
public final class UploadQueue {
    private static final Duration WHEN_FULL = Duration.ofMinutes(1);

    private final RecordingUploader uploader;
    private final UploadJournal journal;
    private final JournalKeeper keeper;
    private final TaskExecutor tasks;
    private final Screen screen;
    private final Runnable uploaded;
    private final ObservableList<UploadItem> items =
            FXCollections.observableArrayList(item -> new Observable[] {item.stateProperty()});
    // Kept, because a view of a list is dropped with its listeners when nobody holds it.
    private final ObservableList<UploadItem> itemsView = FXCollections.unmodifiableObservableList(items);
    private final UploadDrawer drawer;
    private @Nullable UploadRun running;
    private boolean closed;

    /// @param uploaded called when a recording has arrived, to read the course anew
    public UploadQueue(
            RecordingUploader uploader, UploadJournal journal, TaskExecutor tasks, Screen screen, Runnable uploaded) {
        this.uploader = uploader;
        this.journal = journal;
        this.keeper = new JournalKeeper(journal, tasks, screen);
        this.tasks = tasks;
        this.screen = screen;
        this.uploaded = uploaded;
        this.drawer = new UploadDrawer(screen.texts(), items);
    }

    /// Shows what the last run of the program left; it waits for the person to say "go on".
    public void start() {
        tasks.run(
                journal::read,
                left -> items.addAll(0, left.stream().map(this::left).toList()),
                screen::problem);
    }

    private UploadItem left(Upload upload) {
        var item = new UploadItem(upload, UploadState.PAUSED);
        // Where the portal's copy ends is for the portal to say; while it does not, going on asks it again.
        tasks.run(() -> uploader.kept(upload), item::found, failure -> {});
        if (item.lengthAsked().get()) {
            item.become(UploadState.PAUSED, screen.texts().get("upload.length-asked"));
        }
        return item;
    }

    UploadDrawer drawer() {
        return drawer;
    }

    public ObservableList<UploadItem> items() {
        return itemsView;
    }

    Screen screen() {
        return screen;
    }

    /// Whether something is being sent, which closing the program would pause.
    public boolean isSending() {
        return running != null;
    }

    /// Puts files at the end, titled by their names.
    ///
    /// @param cohortId whose students get them; null for everyone
    /// @param duration for films that do not tell theirs; null when they are to tell
    public void add(int dayNumber, @Nullable String cohortId, List<Path> files, @Nullable String duration) {
        tasks.run(() -> measured(dayNumber, cohortId, files, duration), this::queue, screen::problem);
    }

    private static List<Upload> measured(
            int dayNumber, @Nullable String cohortId, List<Path> files, @Nullable String duration) {
        List<Upload> uploads = new ArrayList<>();
        for (var file : files) {
            try {
                var size = Files.size(file);
                var id = UUID.randomUUID().toString();
                uploads.add(new Upload(id, file, size, dayNumber, title(file), duration, null, cohortId));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return uploads;
    }

    private static String title(Path file) {
        var name = String.valueOf(file.getFileName());
        var dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name).replace('_', ' ').strip();
    }

    private void queue(List<Upload> uploads) {
        uploads.forEach(upload -> items.add(new UploadItem(upload, UploadState.QUEUED)));
        writeDown();
        next();
    }

    void pause(UploadItem item) {
        if (item.state().canPause()) {
            item.become(UploadState.PAUSED, "");
            stop(item);
        }
    }

    /// Goes on with what stands still, by the person's wish; with the length they typed, if one was asked for.
    void goOn(UploadItem item) {
        if (item.state().canGoOn() && item.answerLength(screen.texts().get("recording.length-missing"))) {
            item.become(UploadState.QUEUED, "");
            writeDown();
            next();
        }
    }

    /// Gives it up, here and at the portal.
    void cancel(UploadItem item) {
        items.remove(item);
        writeDown();
        var run = running;
        if (run == null || run.item() != item) {
            discard(item);
        } else {
            run.stop();
        }
    }

    void dismiss(UploadItem item) {
        if (item.state() == UploadState.DONE) {
            items.remove(item);
        }
    }

    /// Takes all that are done from the list.
    void dismissDone() {
        items.removeIf(item -> item.state() == UploadState.DONE);
    }

    /// Stops sending; the journal has what is left.
    public void close() {
        closed = true;
        if (running != null) {
            running.stop();
        }
    }

    private void stop(UploadItem item) {
        var run = running;
        if (run != null && run.item() == item) {
            run.stop();
        } else {
            next();
        }
    }

    private void next() {
        if (running != null || closed) {
            return;
        }
        items.stream()
                .filter(item -> item.state() == UploadState.QUEUED)
                .findFirst()
                .ifPresent(this::send);
    }

    private void send(UploadItem item) {
        item.become(UploadState.SENDING, "");
        var run = new UploadRun(item, tasks, new Ear());
        running = run;
        run.start(uploader, (recording, failure) -> ended(run, recording, failure));
    }

    private void ended(UploadRun run, @Nullable DayRecording recording, @Nullable Exception failure) {
        running = null;
        var item = run.item();
        if (recording != null) {
            item.advance(screen.clock().instant(), item.upload().sizeBytes());
            item.arrived();
            uploaded.run();
        } else if (!items.contains(item)) {
            discard(item);
        } else if (failure != null && !run.isStopped()) {
            refused(item, failure);
        }
        writeDown();
        next();
    }

    private void refused(UploadItem item, Exception failure) {
        if (failure instanceof InterruptedException) {
            item.become(UploadState.PAUSED, "");
        } else if (failure instanceof PortalException refused && refused.code() == ErrorCode.STORAGE_FULL) {
            item.become(UploadState.BLOCKED, screen.texts().get("upload.full"));
            tasks.later(WHEN_FULL, () -> {
                if (item.state() == UploadState.BLOCKED) {
                    goOn(item);
                }
            });
        } else {
            if (failure instanceof PortalException refused) {
                if (refused.code() == ErrorCode.UPLOAD_EXPIRED) {
                    // The portal has thrown the begun upload away; the next go starts at its first byte.
                    item.keptAt(null);
                } else if (refused.field().filter("duration"::equals).isPresent()) {
                    item.askLength();
                }
            }
            item.become(UploadState.FAILED, screen.errors().explain(failure));
        }
    }

    private void discard(UploadItem item) {
        if (item.upload().location() == null || item.state() == UploadState.DONE) {
            return;
        }
        tasks.run(
                () -> {
                    uploader.discard(item.upload());
                    return true;
                },
                done -> {},
                screen::problem);
    }

    private void writeDown() {
        keeper.write(items.stream()
                .filter(item -> item.state() != UploadState.DONE)
                .map(UploadItem::upload)
                .toList());
    }

    /// Hears how the current one gets on.
    private final class Ear implements UploadRun.Listener {
        @Override
        public void begun(UploadItem item, URI location) {
            item.keptAt(location);
            if (items.contains(item)) {
                writeDown();
            }
        }

        @Override
        public void advanced(UploadItem item, long bytes) {
            if (item.state() == UploadState.INTERRUPTED) {
                item.become(UploadState.SENDING, "");
            }
            item.advance(screen.clock().instant(), bytes);
        }

        @Override
        public void warned(UploadItem item, List<String> codecs) {
            item.warn(screen.texts().get("upload.warned", String.join(", ", codecs)));
        }

        @Override
        public void interrupted(UploadItem item) {
            item.become(UploadState.INTERRUPTED, screen.texts().get("upload.cut"));
        }
    }
}
