package training.powerbi.lakehouse.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.delta.kernel.TableManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import training.powerbi.lakehouse.MirrorStatus;
import training.powerbi.lakehouse.OneLakePlace;
import training.powerbi.lakehouse.OpenLakehouse;
import training.powerbi.lakehouse.StoreOptions;
import training.powerbi.lakehouse.TableSnapshot;
import training.powerbi.lakehouse.files.local.LocalHome;
import training.powerbi.lakehouse.files.onelake.TestHomes;
import training.powerbi.lakehouse.files.onelake.rest.LakehouseBlobs;
import training.powerbi.lakehouse.log.StoreEngine;
import training.powerbi.lakehouse.log.TableLog;
import training.powerbi.lakehouse.open.Progress;
import training.powerbi.lakehouse.open.TestStore;
import training.powerbi.lakehouse.testing.Foreigner;
import training.powerbi.lakehouse.testing.fabric.FabricDoubles;

/// Opens mirrored stores over the stand-ins, and looks at what is in the lakehouse.
record MirrorStand(FabricDoubles fabric, OneLakePlace place) {
    static final String TABLE = "/Tables/progress";
    static final String LOG = TABLE + LogNames.FOLDER;

    static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final MirrorPace PACE = new MirrorPace(
            Duration.ofMillis(200), Duration.ofMillis(200), Duration.ofMillis(100), Duration.ofSeconds(1));

    MirroredHome home(Path folder) {
        return home(folder, place);
    }

    MirroredHome home(Path folder, OneLakePlace reachedBy) {
        return new MirroredHome(
                new LocalHome(folder),
                TestHomes.access(fabric, reachedBy),
                Set.of("uploads"),
                StoreOptions.USUAL,
                PACE,
                Clock.systemUTC());
    }

    static OpenLakehouse open(MirroredHome home) {
        return TestStore.open(home, Duration.ofMillis(50), Clock.systemUTC());
    }

    OpenLakehouse open(Path folder) {
        return open(home(folder));
    }

    LakehouseBlobs blobs() {
        return TestHomes.access(fabric, place).blobs();
    }

    static void awaitState(OpenLakehouse store, MirrorStatus.State state) {
        await().atMost(PATIENCE).until(() -> store.mirror().orElseThrow().state() == state);
    }

    /// Returns when the lakehouse has what the table has now.
    void awaitCopy(TableSnapshot<?, Progress> wanted) throws IOException {
        var blobs = blobs();
        await().atMost(PATIENCE)
                .until(() -> blobs.find(LOG + LogNames.commit(wanted.version())).isPresent());
        requireEqual(wanted);
    }

    /// The lakehouse has the same rows, for a server and for the independent reader.
    void requireEqual(TableSnapshot<?, Progress> wanted) throws IOException {
        requireConsistent();
        try (var store = TestStore.open(TestHomes.open(fabric, place), Duration.ofSeconds(10), Clock.systemUTC())) {
            var copied = store.table(Progress.table()).snapshot();
            assertThat(copied.version()).isEqualTo(wanted.version());
            assertThat(copied.rows())
                    .containsExactlyInAnyOrderElementsOf(wanted.rows().toList());
        }
        var folder = Files.createTempDirectory("mirrored");
        download(folder);
        assertThat(new Foreigner(folder, "progress").read(row -> row.getString("progress_id")))
                .containsExactlyInAnyOrderElementsOf(
                        wanted.rows().map(Progress::progressId).toList());
    }

    /// Whoever reads the table now finds every file it names.
    void requireConsistent() throws IOException {
        var home = TestHomes.open(fabric, place);
        var engine = new StoreEngine(home.files());
        var log = new TableLog(engine, TABLE, false);
        for (var file : log.files(TableManager.loadSnapshot(TABLE).build(engine))) {
            assertThat(home.files().getFileStatus(TABLE + "/" + file.getPath()).getSize())
                    .isEqualTo(file.getSize());
        }
    }

    /// Puts the table into a folder of this machine.
    void download(Path folder) throws IOException {
        var blobs = blobs();
        for (var file : blobs.list(TABLE + "/", true)) {
            var target = folder.resolve(file.path().substring(1));
            Files.createDirectories(target.getParent());
            Files.write(target, blobs.read(file.path()).body());
        }
    }

    /// What is in the lakehouse, and since when.
    Map<String, Object> listing() throws IOException {
        var found = new TreeMap<String, Object>();
        for (var folder : Set.of("/Tables/", "/Files/portal/", Ownership.MARK)) {
            blobs().list(folder, true).forEach(file -> found.put(file.path(), file));
        }
        return found;
    }
}
