package training.powerbi.desktop.ui.upload;

import java.util.List;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.RecordingUploader.Upload;
import training.powerbi.desktop.task.TaskExecutor;
import training.powerbi.desktop.ui.kit.Screen;

/// Writes the journal off the FX thread, one at a time and the newest last.
final class JournalKeeper {
    private final UploadJournal journal;
    private final TaskExecutor tasks;
    private final Screen screen;
    private @Nullable List<Upload> next;
    private boolean writing;

    JournalKeeper(UploadJournal journal, TaskExecutor tasks, Screen screen) {
        this.journal = journal;
        this.tasks = tasks;
        this.screen = screen;
    }

    void write(List<Upload> uploads) {
        next = uploads;
        go();
    }

    private void go() {
        var now = next;
        if (now == null || writing) {
            return;
        }
        next = null;
        writing = true;
        tasks.run(
                () -> {
                    journal.write(now);
                    return true;
                },
                done -> {
                    writing = false;
                    go();
                },
                failure -> {
                    writing = false;
                    screen.problem(failure);
                    go();
                });
    }
}
