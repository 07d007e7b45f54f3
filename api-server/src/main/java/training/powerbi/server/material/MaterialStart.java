package training.powerbi.server.material;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Brings the store's slides and resources in order before the first request is served.
@Component
class MaterialStart implements SmartLifecycle {
    private final SampleUpgrade upgrade;
    private final MaterialSweep sweep;
    private volatile boolean running;

    MaterialStart(SampleUpgrade upgrade, MaterialSweep sweep) {
        this.upgrade = upgrade;
        this.sweep = sweep;
    }

    @Override
    public void start() {
        upgrade.run();
        sweep.emptyStaging();
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

    /// After the store delivered what a crash left out, before the web server.
    @Override
    public int getPhase() {
        return 1;
    }
}
