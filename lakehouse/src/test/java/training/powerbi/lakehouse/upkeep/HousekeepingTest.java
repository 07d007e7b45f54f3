package training.powerbi.lakehouse.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.StoreOptions;
import training.powerbi.lakehouse.files.DataFolder;
import training.powerbi.lakehouse.files.Leadership;
import training.powerbi.lakehouse.files.local.LocalFileIO;
import training.powerbi.lakehouse.log.StoreEngine;
import training.powerbi.lakehouse.log.TableLog;
import training.powerbi.lakehouse.memory.TableState;
import training.powerbi.lakehouse.open.FaultyFiles;
import training.powerbi.lakehouse.open.Progress;
import training.powerbi.lakehouse.open.TestStore;
import training.powerbi.lakehouse.testing.Foreigner;
import training.powerbi.model.error.PortalException;

class HousekeepingTest {
    @TempDir
    Path folder;

    @Test
    void aCheckpointIsWrittenAndAReloadFromItIsTheSameTable() throws IOException {
        var rows = new ArrayList<Progress>();
        try (var store = TestStore.open(folder)) {
            var table = store.table(Progress.table());
            for (var at = 1; at <= 120; at++) {
                table.append(List.of(Progress.of("a", at % 7).withRevision(at)));
            }
            await().until(() -> Files.exists(log().resolve("_last_checkpoint")));
            table.snapshot().rows().forEach(rows::add);
        }
        // Without the commits before it, only the checkpoint can tell.
        for (var version = 0; version < 100; version++) {
            Files.delete(log().resolve("%020d.json".formatted(version)));
        }
        try (var store = TestStore.open(folder)) {
            var reloaded = store.table(Progress.table()).snapshot();
            assertThat(reloaded.version()).isEqualTo(120);
            assertThat(reloaded.rows()).containsExactlyInAnyOrderElementsOf(rows);
        }
        assertThat(new Foreigner(folder, "progress").read(row -> row.getLong("revision")))
                .hasSize(7);
    }

    @Test
    void aListingThatMissedACommitBehindTheCheckpointDoesNoHarm() throws IOException {
        var hundred = log().resolve("%020d.json".formatted(100));
        var afterTheMissed = log().resolve("%020d.json".formatted(102));
        var files = new FaultyFiles((step, path) -> {
            if (step.equals("list") && Files.exists(hundred) && Files.notExists(afterTheMissed)) {
                Files.copy(hundred, afterTheMissed);
            }
        });
        try (var store = TestStore.open(folder, files)) {
            var table = store.table(Progress.table());
            for (var at = 1; at <= 100; at++) {
                table.append(List.of(Progress.of("a", 1).withRevision(at)));
            }
            await().until(() -> Files.exists(log().resolve("_last_checkpoint")));
            assertThat(afterTheMissed).exists();
        }
    }

    @Test
    void theFolderStaysOursUntilACheckpointUnderWayIsWritten() throws Exception {
        var begun = new CountDownLatch(1);
        var allowed = new CompletableFuture<Void>();
        var files = new FaultyFiles((step, path) -> {
            if (step.equals("before") && path.contains(".checkpoint")) {
                begun.countDown();
                allowed.join();
            }
        });
        var store = TestStore.open(folder, files);
        var table = store.table(Progress.table());
        for (var at = 1; at <= 101; at++) {
            table.append(List.of(Progress.of("a", 1).withRevision(at)));
        }
        begun.await();

        var closing = new FutureTask<>(() -> {
            store.close();
            return true;
        });
        var closer = Thread.ofPlatform().start(closing);
        await().until(() -> closing.isDone() || (stopped(table) && closer.getState() == Thread.State.TIMED_WAITING));
        assertThatThrownBy(() -> TestStore.open(folder)).hasMessageContaining("Another portal server");

        allowed.complete(null);
        assertThat(closing.get()).isTrue();
        try (var next = TestStore.open(folder)) {
            assertThat(next.table(Progress.table()).snapshot().version()).isGreaterThanOrEqualTo(101);
        }
    }

    private static boolean stopped(DeltaTable<?, Progress> table) {
        try {
            table.append(List.of(Progress.of("b", 1)));
            return false;
        } catch (PortalException e) {
            return true;
        }
    }

    @Test
    void oldLogFilesGoOnlyBehindACheckpoint() throws IOException {
        Files.createDirectories(log());
        for (var version = 0; version <= 7_250; version += 1) {
            Files.writeString(log().resolve("%020d.json".formatted(version)), "{}");
            if (version % 100 == 0 && version > 0) {
                Files.writeString(log().resolve("%020d.checkpoint.parquet".formatted(version)), "");
            }
        }
        var cleanup = new LogCleanup(new StoreEngine(new LocalFileIO()), log().toString(), Leadership.ALONE);

        cleanup.run(7_250, 0);
        assertThat(oldest(".json")).startsWith("%020d".formatted(2_200));
        assertThat(oldest(".parquet")).startsWith("%020d".formatted(2_200));

        // Everything is old now: the newest thousand stay all the same.
        cleanup.run(7_250, Long.MAX_VALUE);
        assertThat(oldest(".json")).startsWith("%020d".formatted(6_200));
    }

    @Test
    void vacuumSparesWhatIsCurrentReplacedLatelyOrYoung() throws IOException {
        try (var store = TestStore.open(folder)) {
            var table = store.table(Progress.table());
            table.append(List.of(Progress.of("a", 1)));
            var replaced = parquet();
            table.append(List.of(Progress.of("a", 1).withRevision(1)));
            var current =
                    parquet().stream().filter(name -> !replaced.contains(name)).toList();
            var weekAgo = Instant.now(java.time.Clock.systemUTC()).minus(Duration.ofDays(30));
            for (var name : parquet()) {
                Files.setLastModifiedTime(tableFolder().resolve(name), FileTime.from(weekAgo));
            }
            Files.writeString(tableFolder().resolve("old-orphan.parquet"), "");
            Files.setLastModifiedTime(tableFolder().resolve("old-orphan.parquet"), FileTime.from(weekAgo));
            Files.writeString(tableFolder().resolve("young-orphan.parquet"), "");

            var now = System.currentTimeMillis();
            vacuum().removeOrphans(Set.copyOf(current), now - Duration.ofDays(7).toMillis(), now);

            assertThat(parquet())
                    .contains("young-orphan.parquet")
                    .containsAll(replaced)
                    .containsAll(current);
            assertThat(parquet()).doesNotContain("old-orphan.parquet");
        }
    }

    /// Weeks in which nobody wrote anything.
    @Test
    void whatWasReplacedGoesFromAQuietTableToo() throws IOException {
        List<String> replaced;
        try (var store = TestStore.open(folder)) {
            var table = store.table(Progress.table());
            table.append(List.of(Progress.of("a", 1)));
            replaced = parquet();
            table.append(List.of(Progress.of("a", 1).withRevision(1)));
        }
        var current =
                parquet().stream().filter(name -> !replaced.contains(name)).toList();
        var now = System.currentTimeMillis();
        var monthAgo = FileTime.fromMillis(now - Duration.ofDays(30).toMillis());
        try (var all = Files.walk(tableFolder())) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, monthAgo);
            }
        }

        vacuum().removeOrphans(Set.copyOf(current), now - Duration.ofDays(7).toMillis(), now);

        assertThat(parquet()).containsExactlyElementsOf(current);
        assertThat(tableFolder().resolve(".now.tmp")).doesNotExist();
    }

    /// Replaced more than a week ago, and one write since, on the sixth day.
    @Test
    void aLaterWriteKeepsNothingLongerThanTheRetention() throws IOException {
        List<String> erased;
        List<String> others;
        try (var store = TestStore.open(folder)) {
            var table = store.table(Progress.table());
            table.append(List.of(Progress.of("a", 1)));
            erased = parquet();
            table.append(List.of(Progress.of("a", 1).withRevision(1)));
            var before = parquet();
            table.append(List.of(Progress.of("a", 1).withRevision(2)));
            others = parquet().stream().filter(name -> !before.contains(name)).toList();
        }
        var now = System.currentTimeMillis();
        var age = Duration.ofDays(7).toMillis();
        var replacedAt = FileTime.fromMillis(now - age - Duration.ofHours(3).toMillis());
        try (var all = Files.walk(tableFolder())) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, replacedAt);
            }
        }
        var writtenAt =
                FileTime.fromMillis(replacedAt.toMillis() + Duration.ofDays(6).toMillis());
        for (var name : others) {
            Files.setLastModifiedTime(tableFolder().resolve(name), writtenAt);
        }
        Files.setLastModifiedTime(log().resolve("%020d.json".formatted(3)), writtenAt);

        vacuum().removeOrphans(Set.copyOf(others), now - age, now);

        assertThat(parquet()).containsAll(others).doesNotContainAnyElementsOf(erased);
    }

    @Test
    void aVacuumThatFailedIsTriedAgainTheSameDay() throws IOException {
        try (var store = TestStore.open(folder)) {
            store.table(Progress.table()).append(List.of(Progress.of("a", 1)));
        }
        var tries = new AtomicInteger();
        var files = new FaultyFiles((step, path) -> {
            if (step.equals("list") && tries.incrementAndGet() == 1) {
                throw new IOException("away");
            }
        });
        var time = new AtomicReference<>(Instant.now(Clock.systemUTC()));
        InstantSource source = time::get;
        var housekeeping = new Housekeeping(
                new TableLog(new StoreEngine(files), tableFolder().toString(), false),
                new DataFolder(files, tableFolder().toString()),
                StoreOptions.USUAL,
                Leadership.ALONE,
                Runnable::run,
                source.withZone(ZoneOffset.UTC));
        var state = TableState.empty(Progress.table());

        for (var look = 0; look < 4; look++) {
            housekeeping.look(state, false);
            time.updateAndGet(now -> now.plus(Duration.ofHours(1)));
        }

        assertThat(tries).hasValue(2);
    }

    @Test
    void aClockThatRunsAheadMakesNoOrphanOfAFileThatIsBeingWritten() throws IOException {
        try (var store = TestStore.open(folder)) {
            store.table(Progress.table()).append(List.of(Progress.of("a", 1)));
            var monthAhead = System.currentTimeMillis() + Duration.ofDays(31).toMillis();
            var vacuum = vacuum();

            var removed = vacuum.removeOrphans(
                    Set.of(), monthAhead - Duration.ofDays(7).toMillis(), monthAhead);

            assertThat(removed).isZero();
        }
    }

    @Test
    void temporaryFilesAreSweptAtStart() throws IOException {
        try (var store = TestStore.open(folder)) {
            store.table(Progress.table()).append(List.of(Progress.of("a", 1)));
        }
        var own = log().resolve(".00000000000000000002.json.7e0c6b5e-0000-0000-0000-000000000000.tmp");
        var old = log().resolve("foreign.tmp");
        var young = log().resolve("busy.tmp");
        var checksum = tableFolder().resolve(".part-1.parquet.crc");
        for (var file : List.of(own, old, young, checksum)) {
            Files.writeString(file, "x");
        }
        for (var file : List.of(old, checksum)) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        }
        try (var store = TestStore.open(folder)) {
            assertThat(store.table(Progress.table()).snapshot().size()).isEqualTo(1);
        }
        assertThat(own).doesNotExist();
        assertThat(old).doesNotExist();
        assertThat(checksum).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void aRetentionThatCouldHurtReadersIsRefused() {
        assertThatThrownBy(() -> new StoreOptions(Duration.ofSeconds(1), Duration.ofDays(7), Duration.ofHours(23)))
                .hasMessageContaining("24h");
    }

    private Vacuum vacuum() {
        var files = new LocalFileIO();
        return new Vacuum(
                new DataFolder(files, tableFolder().toString()),
                new TableLog(new StoreEngine(files), tableFolder().toString(), false).commits(),
                Leadership.ALONE);
    }

    private Path tableFolder() {
        return folder.resolve("Tables/progress");
    }

    private Path log() {
        return tableFolder().resolve("_delta_log");
    }

    private List<String> parquet() throws IOException {
        try (var files = Files.list(tableFolder())) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".parquet"))
                    .toList();
        }
    }

    private String oldest(String suffix) throws IOException {
        try (var files = Files.list(log())) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(suffix))
                    .min(String::compareTo)
                    .orElseThrow();
        }
    }
}
