package training.powerbi.lakehouse.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.lakehouse.OneLakePlace;
import training.powerbi.lakehouse.files.onelake.TestHomes;
import training.powerbi.lakehouse.open.TestStore;
import training.powerbi.lakehouse.testing.fabric.FabricDoubles;

/// Backups of a store in a lakehouse, and the way back. `-Dbackup.rounds` is how often one is made under a writer.
class OneLakeBackupTest {
    @RegisterExtension
    static final FabricDoubles FABRIC = new FabricDoubles();

    private static final int ROUNDS = Integer.getInteger("backup.rounds", 1);

    @TempDir
    Path folder;

    private static Backups backups(OneLakePlace place) {
        return new Backups(TestHomes.open(FABRIC, place), target -> {}, Clock.systemUTC());
    }

    private static Ledger open(OneLakePlace place) {
        return new Ledger(TestStore.open(TestHomes.open(FABRIC, place), Duration.ofMillis(500), Clock.systemUTC()));
    }

    @Test
    void aBackupUnderAWriterIsOneInstantAndComesBackIntoAnEmptyLakehouse() throws Exception {
        var place = FABRIC.lakehouse();
        try (var ledger = open(place)) {
            ledger.startWriters(1);
            for (var round = 1; round <= ROUNDS; round++) {
                ledger.awaitMore(2);
                var before = ledger.acknowledged();
                var report = backups(place).backUp(folder);
                var after = ledger.acknowledged();

                var empty = FABRIC.lakehouse();
                assertThat(backups(empty).restore(folder, Optional.empty()).backup())
                        .isEqualTo(report.id());
                try (var copy = open(empty)) {
                    copy.assertIsCut(report, before, after);
                    // It goes on.
                    copy.write("copy", 1);
                    assertThat(copy.lines.snapshot().find("copy 1")).isPresent();
                }
                assertThatThrownBy(() -> backups(empty).restore(folder, Optional.empty()))
                        .hasMessageContainingAll("holds the table", "Nothing was restored");
            }
            ledger.stopWriters();
        }
        // From OneLake to a folder: the portal moves back to one machine by its backup.
        var local = folder.resolveSibling(folder.getFileName() + "-local");
        Backups.of(local, Clock.systemUTC()).restore(folder, Optional.empty());
        try (var copy = Ledger.in(local)) {
            assertThat(copy.lines.snapshot().size()).isPositive();
        }
    }
}
