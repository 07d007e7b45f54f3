package training.powerbi.desktop.ui.upload;

import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.DayRecording;
import training.powerbi.client.RecordingUploader;
import training.powerbi.desktop.task.TaskExecutor;

/// One go at an upload, on a thread of its own until it is done, refused or stopped. It always comes to an end that
/// is told, so that the next go never meets this one at the portal.
final class UploadRun implements RecordingUploader.Progress {
    private final UploadItem item;
    private final TaskExecutor tasks;
    private final Listener listener;
    private final AtomicLong latest = new AtomicLong(-1);
    private @Nullable Thread thread;
    private boolean stopped;

    /// Told on the FX thread.
    interface Listener {
        void begun(UploadItem item, URI location);

        void advanced(UploadItem item, long bytes);

        void warned(UploadItem item, List<String> codecs);

        void interrupted(UploadItem item);
    }

    UploadRun(UploadItem item, TaskExecutor tasks, Listener listener) {
        this.item = item;
        this.tasks = tasks;
        this.listener = listener;
    }

    UploadItem item() {
        return item;
    }

    /// @param end gets the recording, or why there is none: InterruptedException when stopped
    void start(RecordingUploader uploader, BiConsumer<@Nullable DayRecording, @Nullable Exception> end) {
        var upload = item.upload();
        tasks.run(
                () -> {
                    enter();
                    try {
                        return uploader.upload(upload, this);
                    } finally {
                        leave();
                    }
                },
                done -> end.accept(done, null),
                failure -> end.accept(null, failure));
    }

    void stop() {
        synchronized (latest) {
            stopped = true;
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    boolean isStopped() {
        synchronized (latest) {
            return stopped;
        }
    }

    private void enter() throws InterruptedException {
        synchronized (latest) {
            if (stopped) {
                throw new InterruptedException();
            }
            thread = Thread.currentThread();
        }
    }

    private void leave() {
        synchronized (latest) {
            thread = null;
        }
    }

    @Override
    public void begun(URI location) {
        tasks.onUi(() -> listener.begun(item, location));
    }

    @Override
    public void advanced(long bytes) {
        // Gathered: the screen needs the last of them, not all.
        if (latest.getAndSet(bytes) < 0) {
            tasks.onUi(() -> tell(latest.getAndSet(-1)));
        }
    }

    @Override
    public void warned(List<String> codecs) {
        tasks.onUi(() -> listener.warned(item, codecs));
    }

    @Override
    public void interrupted(String reason) {
        tasks.onUi(() -> {
            if (!isStopped()) {
                listener.interrupted(item);
            }
        });
    }

    private void tell(long bytes) {
        if (!isStopped()) {
            listener.advanced(item, bytes);
        }
    }
}
