package training.powerbi.server.start;

import org.springframework.context.SmartLifecycle;

/// Something that is done at each start after the store delivered what a crash left out, and before the web server
/// answers anyone.
public abstract class BeforeFirstRequest implements SmartLifecycle {
    private static final int AFTER_THE_STORE = 1;

    private volatile boolean running;

    /// The server does not start when this throws.
    protected abstract void run();

    @Override
    public final void start() {
        run();
        running = true;
    }

    @Override
    public final void stop() {
        running = false;
    }

    @Override
    public final boolean isRunning() {
        return running;
    }

    /// The web server starts near the end of the integers.
    @Override
    public final int getPhase() {
        return AFTER_THE_STORE;
    }
}
