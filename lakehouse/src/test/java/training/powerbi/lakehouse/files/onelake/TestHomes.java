package training.powerbi.lakehouse.files.onelake;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import training.powerbi.lakehouse.OneLakePlace;
import training.powerbi.lakehouse.files.onelake.rest.Patience;
import training.powerbi.lakehouse.testing.fabric.FabricDoubles;

/// Homes that trust the stand-ins of one test class.
public final class TestHomes {
    /// A second a try: a lost answer costs a test no more.
    public static final Patience PATIENCE = new Patience(Duration.ofSeconds(1), Duration.ofSeconds(20));

    private TestHomes() {}

    /// As a mirror has it: nobody waits for it, so that it gives up sooner.
    public static OneLakeAccess access(FabricDoubles fabric, OneLakePlace place) {
        var patience = new Patience(Duration.ofSeconds(2), Duration.ofSeconds(2));
        return new OneLakeAccess(place, fabric.newHttp(), patience, Clock.systemUTC());
    }

    public static OneLakeHome open(FabricDoubles fabric, OneLakePlace place) {
        return open(fabric, place, PATIENCE);
    }

    public static OneLakeHome open(FabricDoubles fabric, OneLakePlace place, Patience patience) {
        return new OneLakeHome(place, UUID.randomUUID().toString(), fabric.newHttp(), patience, Clock.systemUTC());
    }
}
