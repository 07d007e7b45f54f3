package training.powerbi.lakehouse.files.copy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import training.powerbi.lakehouse.files.StoreHome;

/// Places with copies that give up waiting sooner than a server's.
public final class TestCopies {
    private TestCopies() {}

    public static StoreHome around(RemotePlace place, Path folder) {
        return CopyingHome.around(
                place,
                folder,
                _ -> {},
                new Reach.Times(Duration.ofMillis(200), Duration.ofMillis(600)),
                Clock.systemUTC());
    }
}
