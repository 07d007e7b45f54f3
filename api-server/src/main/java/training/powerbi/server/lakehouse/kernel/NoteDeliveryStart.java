package training.powerbi.server.lakehouse.kernel;

import org.springframework.context.SmartLifecycle;

/// Delivers what a crash left out before the first request is served: an audit row is there before anyone can
/// ask for it.
final class NoteDeliveryStart implements SmartLifecycle {
    private final KernelLakehouse lakehouse;
    private volatile boolean running;

    NoteDeliveryStart(KernelLakehouse lakehouse) {
        this.lakehouse = lakehouse;
    }

    @Override
    public void start() {
        lakehouse.deliverNotes();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Before the web server, which starts near the end of the integers.
    @Override
    public int getPhase() {
        return 0;
    }
}
