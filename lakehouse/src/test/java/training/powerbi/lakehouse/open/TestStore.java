package training.powerbi.lakehouse.open;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import training.powerbi.lakehouse.CommitReport;
import training.powerbi.lakehouse.OpenLakehouse;
import training.powerbi.lakehouse.StoreOptions;
import training.powerbi.lakehouse.files.StoreFiles;
import training.powerbi.lakehouse.files.StoreHome;
import training.powerbi.lakehouse.files.local.LocalFileIO;
import training.powerbi.lakehouse.files.local.LocalHome;

/// Opens stores in a folder as the server does.
public final class TestStore {
    private TestStore() {}

    public static OpenLakehouse open(Path folder) {
        return open(folder, new LocalFileIO());
    }

    public static OpenLakehouse open(Path folder, StoreFiles files) {
        return open(new LocalHome(folder, files), Duration.ofMillis(50), Clock.systemUTC());
    }

    public static OpenLakehouse open(StoreHome home, Duration poll, Clock clock) {
        return open(home, poll, report -> {}, clock);
    }

    static OpenLakehouse open(StoreHome home, Duration poll, Consumer<CommitReport> reports, Clock clock) {
        var options = new StoreOptions(poll, Duration.ofDays(7), Duration.ofDays(7));
        try {
            return new KernelLakehouse(home, options, reports, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
