package training.powerbi.desktop.ui.kit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.desktop.task.TaskExecutor;

/// Work on virtual threads, its end on the FX thread.
public final class FxTaskExecutor implements TaskExecutor, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FxTaskExecutor.class);

    private final ExecutorService workers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("task-", 0).factory());

    @Override
    public <T> Cancellation run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        var cancelled = new AtomicBoolean();
        try {
            var running = workers.submit(() -> {
                try {
                    var result = work.call();
                    settle(cancelled, () -> done.accept(result));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    settle(cancelled, () -> failed.accept(e));
                } catch (Exception e) {
                    settle(cancelled, () -> failed.accept(e));
                }
            });
            return () -> {
                cancelled.set(true);
                running.cancel(true);
            };
        } catch (RejectedExecutionException e) {
            LOG.debug("Not begun, as the program is closing");
            return () -> {};
        }
    }

    private static void settle(AtomicBoolean cancelled, Runnable end) {
        Platform.runLater(() -> {
            if (!cancelled.get()) {
                end.run();
            }
        });
    }

    @Override
    public void onUi(Runnable action) {
        Platform.runLater(action);
    }

    @Override
    public Cancellation later(Duration delay, Runnable action) {
        var pause = new PauseTransition(javafx.util.Duration.millis((double) delay.toMillis()));
        pause.setOnFinished(event -> action.run());
        Platform.runLater(pause::play);
        return () -> Platform.runLater(pause::stop);
    }

    /// Interrupts what runs and waits for it.
    @Override
    public void close() {
        workers.shutdownNow();
        workers.close();
    }
}
