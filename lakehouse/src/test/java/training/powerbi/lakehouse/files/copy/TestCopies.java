package training.powerbi.lakehouse.files.copy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import training.powerbi.lakehouse.files.StoreHome;

/// Places with copies that give up waiting sooner than a server's.
public final class TestCopies {
    /// How often they look whether the place is there.
    public static final Duration LOOK = Duration.ofMillis(200);

    private static final Duration PATIENCE = Duration.ofMillis(600);

    private TestCopies() {}

    public static StoreHome around(RemotePlace place, Path folder) {
        return around(place, folder, Clock.systemUTC());
    }

    public static StoreHome around(RemotePlace place, Path folder, Clock clock) {
        return CopyingHome.around(place, folder, _ -> {}, new Reach.Times(LOOK, PATIENCE), clock);
    }
}
