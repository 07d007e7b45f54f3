package training.powerbi.server.store;

import org.springframework.context.SmartLifecycle;
import training.powerbi.lakehouse.OpenLakehouse;

/// Delivers what a crash left out before the first request is served: an audit row is there before anyone can
/// ask for it.
final class NoteDeliveryStart implements SmartLifecycle {
    private final OpenLakehouse lakehouse;
    private volatile boolean running;

    NoteDeliveryStart(OpenLakehouse lakehouse) {
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
