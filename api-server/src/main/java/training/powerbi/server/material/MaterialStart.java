package training.powerbi.server.material;

import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.server.start.BeforeFirstRequest;

/// Brings the store's slides and resources in order before the first request is served.
@Component
class MaterialStart extends BeforeFirstRequest {
    private final SampleUpgrade upgrade;
    private final MaterialSweep sweep;
    private final Lakehouse lakehouse;

    MaterialStart(SampleUpgrade upgrade, MaterialSweep sweep, Lakehouse lakehouse) {
        this.upgrade = upgrade;
        this.sweep = sweep;
        this.lakehouse = lakehouse;
    }

    @Override
    protected void run() {
        // While the files are away there is nothing to tidy up; the next start does.
        if (lakehouse.staleness().isEmpty()) {
            upgrade.run();
            sweep.emptyStaging();
        }
    }
}
