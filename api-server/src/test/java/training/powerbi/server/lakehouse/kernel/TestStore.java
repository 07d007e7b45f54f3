package training.powerbi.server.lakehouse.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import training.powerbi.server.lakehouse.fileio.LocalFileIO;
import training.powerbi.server.lakehouse.fileio.StoreFiles;

/// Opens stores in a folder as the server does.
final class TestStore {
    private TestStore() {}

    static KernelLakehouse open(Path folder) {
        return open(folder, new LocalFileIO());
    }

    static KernelLakehouse open(Path folder, StoreFiles files) {
        var properties = new StoreProperties(folder, Duration.ofMillis(50), Duration.ofDays(7), Duration.ofDays(7));
        try {
            return new KernelLakehouse(properties, files, report -> {}, Clock.systemUTC());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
