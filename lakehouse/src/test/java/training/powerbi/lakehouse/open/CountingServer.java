package training.powerbi.lakehouse.open;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import training.powerbi.lakehouse.OneLakePlace.Pacing;
import training.powerbi.lakehouse.StoreOptions;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.lakehouse.testing.fabric.FabricDoubles;
import training.powerbi.model.error.PortalException;

/// A server that adds one to a row that all share, and one row of its own with it, until it is killed.
final class CountingServer {
    static final Progress.Key SHARED = new Progress.Key("shared", 1);

    private CountingServer() {}

    /// The place, the server's name, and the file for the numbers that were acknowledged.
    public static void main(String... words) throws IOException {
        var name = words[4];
        var acknowledged = Path.of(words[5]);
        var options = new StoreOptions(Duration.ofMillis(200), Duration.ofDays(7), Duration.ofDays(7));
        var store = Lakehouses.open(
                FabricDoubles.place(words),
                UUID.randomUUID().toString(),
                Pacing.USUAL,
                options,
                report -> {},
                Clock.systemUTC());
        var table = store.table(Progress.table());
        for (var number = 1; ; number++) {
            var own = Progress.of(name, number);
            try {
                table.update(now -> {
                    var shared = now.find(SHARED).orElseGet(() -> Progress.of("shared", 1));
                    return Verdict.upsert(List.of(shared.withRevision(shared.revision() + 1), own));
                });
            } catch (PortalException e) {
                // Not acknowledged.
                continue;
            }
            Files.writeString(
                    acknowledged, name + " " + number + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
