package training.powerbi.lakehouse.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.files.local.BackupFolder;
import training.powerbi.lakehouse.open.TestStore;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Backups of a local store and the way back. `-Dbackup.rounds` is how often one is made under writers.
class BackupTest {
    private static final int ROUNDS = Integer.getInteger("backup.rounds", 1);
    private static final int WRITERS = 4;

    @TempDir
    Path folder;

    private Path data() {
        return folder.resolve("data");
    }

    private Path target() {
        return folder.resolve("backup");
    }

    private BackupReport backUp() {
        return Backups.of(data(), Clock.systemUTC()).backUp(target());
    }

    private RestoreReport restore(Path to) {
        return Backups.of(to, Clock.systemUTC()).restore(target(), Optional.empty());
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String... words) {
        assertThatThrownBy(call).isInstanceOf(PortalException.class).hasMessageContainingAll(words);
    }

    @Test
    void aBackupUnderWritersIsOneInstantOfAllTablesAndFiles() throws Exception {
        try (var ledger = Ledger.in(data())) {
            ledger.startWriters(WRITERS);
            for (var round = 1; round <= ROUNDS; round++) {
                ledger.awaitMore(2 * WRITERS);
                var before = ledger.acknowledged();
                var report = backUp();
                var after = ledger.acknowledged();

                var restored = folder.resolve("restored-" + round);
                assertThat(restore(restored).backup()).isEqualTo(report.id());
                try (var copy = Ledger.in(restored)) {
                    copy.assertIsCut(report, before, after);
                }
            }
            ledger.stopWriters();
        }
    }

    @Test
    void aRestoredStoreHasTheRowsOfTheBackupAndGoesOn() throws Exception {
        int accounts;
        int lines;
        var large = new byte[3_000_000];
        new Random(7).nextBytes(large);
        try (var ledger = Ledger.in(data())) {
            for (var number = 1; number <= 110; number++) {
                ledger.accounts.append(List.of(new Ledger.Account("one", number)));
            }
            ledger.write("one", 1);
            try (var append = ledger.store.blobs().append(new BlobName("videos/large.mp4"), 0)) {
                append.write(java.nio.ByteBuffer.wrap(large));
                append.commit();
            }
            accounts = Ledger.hash(ledger.accounts.snapshot());
            lines = Ledger.hash(ledger.lines.snapshot());
            backUp();
            ledger.write("one", 2);
        }
        var restored = folder.resolve("restored");
        restore(restored);
        for (var start = 0; start < 2; start++) {
            try (var copy = Ledger.in(restored)) {
                if (start == 0) {
                    assertThat(Ledger.hash(copy.accounts.snapshot())).isEqualTo(accounts);
                    assertThat(Ledger.hash(copy.lines.snapshot())).isEqualTo(lines);
                    copy.write("two", 1);
                }
                assertThat(copy.lines.snapshot().size()).isEqualTo(2);
            }
        }
        assertThat(Files.readAllBytes(restored.resolve("Files/videos/large.mp4")))
                .isEqualTo(large);
    }

    @Test
    void aSecondBackupCopiesOnlyWhatIsNewAndBothCanBeRestored() throws Exception {
        try (var ledger = Ledger.in(data())) {
            for (var number = 1; number <= 5; number++) {
                ledger.write("one", number);
            }
            var first = backUp();
            assertThat(first.newFiles()).isEqualTo(first.files());
            assertThat(backUp().newFiles()).isZero();
            ledger.write("one", 6);
            var third = backUp();
            // Two commits, the data files they made, and a file beside the tables.
            assertThat(third.newFiles()).isBetween(4, 6);

            assertThat(Backups.in(target())).contains(first.id(), third.id());
            var older = folder.resolve("older");
            Backups.of(older, Clock.systemUTC()).restore(target(), Optional.of(first.id()));
            try (var copy = Ledger.in(older)) {
                assertThat(copy.lines.snapshot().size()).isEqualTo(5);
            }
            restore(folder.resolve("newer"));
            try (var copy = Ledger.in(folder.resolve("newer"))) {
                assertThat(copy.lines.snapshot().size()).isEqualTo(6);
            }
        }
    }

    @Test
    void aClockThatIsAnHourBackDoesNotMakeAnOlderBackupTheNewest() throws Exception {
        try (var ledger = Ledger.in(data())) {
            ledger.write("one", 1);
            var first = backUp();
            ledger.write("one", 2);
            var back = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));
            var second = Backups.of(data(), back).backUp(target());
            ledger.write("one", 3);
            var third = Backups.of(data(), back).backUp(target());

            assertThat(Backups.in(target())).containsExactly(first.id(), second.id(), third.id());
            assertThat(third.at()).isBefore(first.at());
        }
        restore(folder.resolve("newest"));
        Backups.prune(target(), 1);
        restore(folder.resolve("kept"));
        for (var name : List.of("newest", "kept")) {
            try (var copy = Ledger.in(folder.resolve(name))) {
                assertThat(copy.lines.snapshot().size()).isEqualTo(3);
            }
        }
    }

    @Test
    void aRestoreReplacesNothing() throws Exception {
        try (var ledger = Ledger.in(data())) {
            ledger.write("one", 1);
        }
        backUp();
        assertRefused(() -> restore(data()), "holds the table accounts already", "Nothing was restored");
        var other = folder.resolve("other");
        try (var store = TestStore.open(other)) {
            store.blobs().put(new BlobName("videos/one.mp4"), new byte[1]);
        }
        assertRefused(() -> restore(other), "1 file", "videos/one.mp4", "empty data folder");
        try (var ledger = Ledger.in(data())) {
            assertThat(ledger.lines.snapshot().size()).isEqualTo(1);
            assertRefused(() -> restore(data()), "Another portal server");
        }
    }

    @Test
    void halfABackupIsRefusedAndSaysWhatItLacks() throws Exception {
        try (var ledger = Ledger.in(data())) {
            ledger.write("one", 1);
        }
        var restored = folder.resolve("restored");
        assertRefused(() -> restore(restored), "There is no folder");
        var report = backUp();

        var manifest = target().resolve("backups/" + report.id() + ".json");
        var text = Files.readAllBytes(manifest);
        Files.delete(manifest);
        assertRefused(() -> restore(restored), "no finished backup");

        Files.write(manifest, Arrays.copyOf(text, text.length / 2));
        assertRefused(() -> restore(restored), report.id(), "damaged");

        Files.write(manifest, text);
        Path lost;
        try (var objects = Files.walk(target().resolve("objects"))) {
            lost = objects.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        var bytes = Files.readAllBytes(lost);
        Files.delete(lost);
        assertRefused(() -> restore(restored), "not whole", "1 of its files");
        assertThat(restored.resolve("Tables")).doesNotExist();

        bytes[bytes.length / 2] ^= 1;
        Files.write(lost, bytes);
        assertRefused(() -> restore(restored), "missing or damaged");
        // Some of it is there now: a server must not take it for a store, and the same restore may begin anew.
        assertRefused(() -> TestStore.open(restored), "did not get to its end", "--restore");
        bytes[bytes.length / 2] ^= 1;
        Files.write(lost, bytes);
        restore(restored);
        try (var copy = Ledger.in(restored)) {
            assertThat(copy.lines.snapshot().size()).isEqualTo(1);
        }
    }

    @Test
    void anUnknownBackupIsRefusedWithTheNamesOfThoseThereAre() throws Exception {
        try (var ledger = Ledger.in(data())) {
            ledger.write("one", 1);
        }
        var report = backUp();
        assertRefused(
                () -> Backups.of(folder.resolve("new"), Clock.systemUTC()).restore(target(), Optional.of("../x")),
                "no backup ../x",
                report.id());
    }

    @Test
    void aFolderThatCannotServeIsRefused() throws Exception {
        try (var ledger = Ledger.in(data())) {
            ledger.write("one", 1);
        }
        var backups = Backups.of(data(), Clock.systemUTC());
        assertRefused(() -> backups.backUp(data().resolve("backup")), "must not lie in one another");
        assertRefused(() -> backups.backUp(folder), "must not lie in one another");
        var file = Files.writeString(folder.resolve("file"), "no folder");
        assertRefused(() -> backups.backUp(file.resolve("backup")), "cannot be written");
        assertRefused(
                () -> Backups.of(folder.resolve("none"), Clock.systemUTC()).backUp(target()), "no tables");
        try (var held = BackupFolder.toWrite(target())) {
            assertThat(held.blobs()).isNotNull();
            assertThatThrownBy(() -> backups.backUp(target()))
                    .isInstanceOfSatisfying(
                            PortalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICTING_UPDATE));
        }
        assertThat(backups.backUp(target()).tables()).containsKeys("accounts", "lines");
    }

    @Test
    void aFullDiskLeavesEarlierBackupsWholeAndTheNextOneGoesOnFromThere() throws Exception {
        try (var ledger = Ledger.in(data())) {
            ledger.write("one", 1);
            var first = backUp();
            ledger.write("one", 2);
            ledger.write("one", 3);
            try (var target = BackupFolder.toWrite(target())) {
                var home = new training.powerbi.lakehouse.files.local.LocalHome(data());
                var full = new FullDisk(target.blobs(), 3);
                assertThatThrownBy(() -> new BackupRun(home, full, Clock.systemUTC()).run())
                        .isInstanceOfSatisfying(
                                PortalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_FULL));
            }
            assertThat(Backups.in(target())).containsExactly(first.id());
            restore(folder.resolve("restored"));
            var half = target().resolve("incoming/half");
            Files.createDirectories(half.getParent());
            Files.writeString(half, "of a backup that was killed");
            assertThat(backUp().newFiles()).isPositive();
            assertThat(half).doesNotExist();
        }
    }

    @Test
    void aBackupThatDoesNotFitSaysHowMuchIsMissing() throws Exception {
        try (var ledger = Ledger.in(data())) {
            ledger.write("one", 1);
            try (var target = BackupFolder.toWrite(target())) {
                var home = new training.powerbi.lakehouse.files.local.LocalHome(data());
                var full = new FullDisk(target.blobs(), 0);
                assertRefused(
                        () -> new BackupRun(home, full.with(5), Clock.systemUTC()).run(),
                        "needs 26 bytes",
                        "5 bytes free");
            }
        }
    }

    @Test
    void aDamagedStoreIsNotBackedUpAsIfItWereWhole() throws Exception {
        try (var ledger = Ledger.in(data())) {
            ledger.write("one", 1);
        }
        try (var files = Files.list(data().resolve("Tables/lines"))) {
            var file = files.filter(each -> each.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
            var bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
            assertRefused(this::backUp, "--store-check", String.valueOf(file.getFileName()));
            Files.delete(file);
            assertRefused(this::backUp, "--store-check", String.valueOf(file.getFileName()));
        }
        assertThat(Backups.in(target())).isEmpty();
    }
}
