package training.powerbi.lakehouse.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.MirrorStatus.State;
import training.powerbi.lakehouse.files.local.LocalFileIO;
import training.powerbi.lakehouse.open.Progress;
import training.powerbi.lakehouse.open.TestStore;
import training.powerbi.lakehouse.testing.Foreigner;
import training.powerbi.lakehouse.testing.fabric.FabricDoubles;

/// What is in the folder comes to be in the lakehouse, in an order that leaves every reader there a whole table.
class MirrorTest {
    @RegisterExtension
    static final FabricDoubles FABRIC = new FabricDoubles();

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final BlobName CAPTION = new BlobName("captions/a.vtt");

    @TempDir
    Path folder;

    private MirrorStand stand;

    @BeforeEach
    void makeLakehouse() {
        stand = new MirrorStand(FABRIC, FABRIC.lakehouse());
    }

    @Test
    void rowsCommittedHereAreReadThereByServersAndOtherPrograms() throws IOException {
        try (var store = stand.open(folder)) {
            var table = store.table(Progress.table());
            table.append(List.of(Progress.of("a", 1), Progress.of("b", 1)));
            table.append(List.of(Progress.of("a", 1).withRevision(7)));
            table.append(List.of(Progress.of("c", 2)));

            stand.awaitCopy(table.snapshot());

            MirrorStand.awaitState(store, State.IN_STEP);
            var status = store.mirror().orElseThrow();
            assertThat(status.commitsBehind()).isZero();
            assertThat(status.inStepAt()).isNotNull();
            assertThat(store.status().word()).isEqualTo("ok");
            assertThat(store.status().kind()).isEqualTo("mirror");
            assertThat(store.cost()).isPresent();
        }
        try (var store = stand.open(folder)) {
            var table = store.table(Progress.table());
            table.append(List.of(Progress.of("d", 3)));

            stand.awaitCopy(table.snapshot());
        }
    }

    @Test
    void filesBesideTheTablesComeAndGo() throws IOException {
        var blobs = stand.blobs();
        var film = new byte[9 * 1024 * 1024];
        new Random(1).nextBytes(film);
        try (var store = stand.open(folder)) {
            store.table(Progress.table());
            store.blobs().put(CAPTION, "one".getBytes(StandardCharsets.UTF_8));
            store.blobs().put(new BlobName("uploads/half.part"), new byte[10]);
            try (var append = store.blobs().append(new BlobName("videos/v.mp4"), 0)) {
                append.write(ByteBuffer.wrap(film));
                append.commit();
            }

            await().atMost(PATIENCE)
                    .until(() -> blobs.find("/Files/portal/videos/v.mp4").isPresent()
                            && blobs.find("/Files/portal/captions/a.vtt").isPresent());
            assertThat(blobs.read("/Files/portal/videos/v.mp4").body()).isEqualTo(film);
            assertThat(blobs.find("/Files/portal/uploads/half.part")).isEmpty();

            store.blobs().put(CAPTION, "two".getBytes(StandardCharsets.UTF_8));
            await().atMost(PATIENCE).until(() -> text(CAPTION).equals("two"));
            store.blobs().delete(CAPTION);
            await().atMost(PATIENCE)
                    .until(() -> blobs.find("/Files/portal/captions/a.vtt").isEmpty());
        }
    }

    @Test
    void aFileThatChangedWhileNobodyWatchedIsCopiedAnew() throws IOException {
        try (var store = stand.open(folder)) {
            store.table(Progress.table());
            store.blobs().put(CAPTION, "one".getBytes(StandardCharsets.UTF_8));
            await().atMost(PATIENCE)
                    .until(() ->
                            stand.blobs().find("/Files/portal/captions/a.vtt").isPresent());
        }
        Files.writeString(folder.resolve("Files/captions/a.vtt"), "two");
        try (var store = stand.open(folder)) {
            store.table(Progress.table());
            await().atMost(PATIENCE).until(() -> text(CAPTION).equals("two"));
        }
    }

    private String text(BlobName name) throws IOException {
        return new String(stand.blobs().read("/Files/portal/" + name).body(), StandardCharsets.UTF_8);
    }

    @Test
    void aTableWithAPastBeginsThereAsItIsNow() throws IOException {
        try (var store = TestStore.open(folder)) {
            var table = store.table(Progress.table());
            for (var revision = 1; revision <= 4; revision++) {
                table.append(List.of(Progress.of("a", 1).withRevision(revision)));
            }
        }
        // As after a week: what was replaced is gone.
        var newest = Comparator.comparing(MirrorTest::modified);
        var files = parquet();
        var current = files.stream().max(newest).orElseThrow();
        for (var file : files) {
            if (!file.equals(current)) {
                Files.delete(file);
            }
        }
        try (var store = stand.open(folder)) {
            var table = store.table(Progress.table());
            stand.awaitCopy(table.snapshot());
            assertThat(stand.blobs().find(MirrorStand.LOG + LogNames.commit(0))).isEmpty();

            table.append(List.of(Progress.of("b", 1)));
            stand.awaitCopy(table.snapshot());
        }
    }

    @Test
    void aCheckpointFollowsTheCommitsItCovers() throws IOException {
        var pointer = MirrorStand.LOG + LogNames.LAST_CHECKPOINT;
        try (var store = stand.open(folder)) {
            var table = store.table(Progress.table());
            for (var at = 1; at <= 105; at++) {
                table.append(List.of(Progress.of("a", at % 7).withRevision(at)));
            }
            await().atMost(PATIENCE).until(() -> stand.blobs().find(pointer).isPresent());
            stand.awaitCopy(table.snapshot());

            // Without the commits before it, only the checkpoint can tell.
            var copy = Files.createTempDirectory("checkpoint");
            stand.download(copy);
            for (var version = 0; version < 100; version++) {
                Files.deleteIfExists(copy.resolve("Tables/progress/_delta_log").resolve(LogNames.commit(version)));
            }
            assertThat(new Foreigner(copy, "progress").read(row -> row.getString("progress_id")))
                    .hasSize(7);
        }
    }

    @Test
    void whatIsTidiedAwayHereGoesThereAfterItsTime() throws Exception {
        try (var store = stand.open(folder)) {
            var table = store.table(Progress.table());
            for (var at = 1; at <= 102; at++) {
                table.append(List.of(Progress.of("a", 1).withRevision(at)));
            }
            await().atMost(PATIENCE)
                    .until(() -> stand.blobs()
                            .find(MirrorStand.LOG + LogNames.LAST_CHECKPOINT)
                            .isPresent());
            stand.awaitCopy(table.snapshot());
            tidyUp();

            var here =
                    new LocalTable(new LocalFileIO(), folder.resolve("Tables").toString(), "progress");
            var mirror = new TableMirror(here, stand.blobs(), MirrorStand.TABLE);
            assertThat(mirror.look()).isTrue();
            var week = Duration.ofDays(7);
            assertThat(new Sweep(stand.blobs(), week, week).run(mirror)).isZero();
            var longAgo = Duration.ofHours(-1);
            assertThat(new Sweep(stand.blobs(), longAgo, longAgo).run(mirror)).isPositive();

            stand.requireEqual(table.snapshot());
            assertThat(stand.blobs().list(MirrorStand.LOG, false))
                    .noneMatch(file -> file.path().endsWith(LogNames.commit(50)));
            assertThat(stand.blobs().list(MirrorStand.TABLE + "/", false).stream()
                            .filter(file -> file.path().endsWith(".parquet")))
                    .hasSize(1);
        }
    }

    /// As upkeep does after its retention.
    private void tidyUp() throws IOException {
        for (var version = 0; version < 100; version++) {
            Files.deleteIfExists(folder.resolve("Tables/progress/_delta_log").resolve(LogNames.commit(version)));
        }
        var files = parquet();
        var current =
                files.stream().max(Comparator.comparing(MirrorTest::modified)).orElseThrow();
        for (var file : files) {
            if (!file.equals(current)) {
                Files.delete(file);
            }
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> parquet() throws IOException {
        try (var files = Files.list(folder.resolve("Tables/progress"))) {
            return files.filter(file -> file.toString().endsWith(".parquet")).toList();
        }
    }
}
