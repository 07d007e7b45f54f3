package training.powerbi.lakehouse.open;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.lakehouse.TableDefinition.Merge;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.lakehouse.files.copy.TestCopies;
import training.powerbi.lakehouse.files.onelake.TestHomes;
import training.powerbi.lakehouse.files.onelake.rest.Patience;
import training.powerbi.lakehouse.testing.fabric.FabricDoubles;
import training.powerbi.model.error.PortalException;

/// A server that goes on while its capacity is paused: adds one row after the other, takes every fifth away again, and
/// notes in a file what was acknowledged.
final class PausedServer {
    static final TableDefinition<Progress.Key, Progress> TABLE =
            Progress.table().journaled(later());

    private static final Patience SHORT = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(1));
    private static final int EVERY = 5;

    private PausedServer() {}

    private static Merge<Progress> later() {
        return (before, after, now) -> {
            if (after == null || now == null) {
                return null;
            }
            return after.revision() > now.revision() ? after : now;
        };
    }

    /// The place, the server's name, the file for what was acknowledged, and the server's disk.
    public static void main(String... words) throws IOException {
        var name = words[4];
        var acknowledged = Path.of(words[5]);
        var table = opened(words);
        for (var number = 1; ; number++) {
            var row = Progress.of(name, number);
            if (done(table, new Verdict<>(List.of(row), List.of(), List.of(), true))) {
                note(acknowledged, "+ " + name + " " + number);
                if (number % EVERY == 0 && done(table, new Verdict<>(List.of(), List.of(row.key()), List.of(), true))) {
                    note(acknowledged, "- " + name + " " + number);
                }
            }
        }
    }

    /// As who looks after a server starts it again when it could not start.
    private static DeltaTable<Progress.Key, Progress> opened(String... words) throws IOException {
        for (; ; ) {
            var home = TestCopies.around(TestHomes.open(FabricDoubles.place(words), SHORT), Path.of(words[6]));
            try {
                var store = TestStore.open(home, Duration.ofMillis(200), Clock.systemUTC());
                try {
                    return store.table(TABLE);
                } catch (PortalException e) {
                    store.close();
                }
            } catch (PortalException e) {
                // On a busy machine an answer takes longer than a second.
            }
        }
    }

    private static boolean done(
            DeltaTable<Progress.Key, Progress> table, Verdict<Progress.Key, Progress, Boolean> verdict) {
        try {
            return table.update(now -> verdict).answer();
        } catch (PortalException e) {
            // Not acknowledged: the pause began a moment ago.
            return false;
        }
    }

    private static void note(Path file, String line) throws IOException {
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
