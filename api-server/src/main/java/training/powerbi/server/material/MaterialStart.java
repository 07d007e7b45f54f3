package training.powerbi.server.material;

import org.springframework.stereotype.Component;
import training.powerbi.server.start.BeforeFirstRequest;

/// Brings the store's slides and resources in order before the first request is served.
@Component
class MaterialStart extends BeforeFirstRequest {
    private final SampleUpgrade upgrade;
    private final MaterialSweep sweep;

    MaterialStart(SampleUpgrade upgrade, MaterialSweep sweep) {
        this.upgrade = upgrade;
        this.sweep = sweep;
    }

    @Override
    protected void run() {
        upgrade.run();
        sweep.emptyStaging();
    }
}
