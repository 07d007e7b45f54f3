package training.powerbi.desktop.state;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.PortalConfig;
import training.powerbi.desktop.task.TaskExecutor;

/// Asks the portal now and then whether its store is away, as while a Fabric capacity is paused. To be used on the FX
/// thread.
public final class StaleWatch implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(30);

    private final Callable<PortalConfig> portal;
    private final PortalState state;
    private final TaskExecutor tasks;
    private TaskExecutor.@Nullable Cancellation asking;
    private TaskExecutor.@Nullable Cancellation next;

    /// @param portal asks it
    public StaleWatch(Callable<PortalConfig> portal, PortalState state, TaskExecutor tasks) {
        this.portal = portal;
        this.state = state;
        this.tasks = tasks;
    }

    /// Asks now, and goes on asking.
    public void ask() {
        close();
        asking = tasks.run(
                portal,
                config -> {
                    state.become(Optional.ofNullable(config.staleSince()));
                    askLater();
                },
                // That it does not answer is told elsewhere.
                failure -> askLater());
    }

    private void askLater() {
        next = tasks.later(EVERY, this::ask);
    }

    @Override
    public void close() {
        if (asking != null) {
            asking.cancel();
        }
        if (next != null) {
            next.cancel();
        }
    }
}
