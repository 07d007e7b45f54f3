package training.powerbi.desktop.ui.kit;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Runs work off the FX thread and hands back what came of it. ViewModels know only this; their tests run everything
/// at once on the calling thread.
public interface TaskExecutor {

    /// Runs `work` elsewhere, then exactly one of the two on the FX thread.
    ///
    /// @return cancels by interrupting; afterwards neither is called
    <T> Runnable run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed);

    /// Runs on the FX thread soon.
    void onUi(Runnable action);
}
