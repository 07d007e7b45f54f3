package training.powerbi.desktop.task;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Runs work off the FX thread and hands back what came of it. ViewModels know only this; in their tests everything
/// runs on the calling thread. Safe for use by many threads.
public interface TaskExecutor {

    /// Runs `work` elsewhere, then exactly one of the two on the FX thread.
    ///
    /// @return cancels by interrupting the work; after it was cancelled from the FX thread neither is called
    <T> Cancellation run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed);

    /// Runs on the FX thread soon.
    void onUi(Runnable action);

    /// Runs on the FX thread after a while, unless cancelled before.
    Cancellation later(Duration delay, Runnable action);

    /// Takes something back that was asked for; does nothing when it is over.
    interface Cancellation {
        void cancel();
    }
}
