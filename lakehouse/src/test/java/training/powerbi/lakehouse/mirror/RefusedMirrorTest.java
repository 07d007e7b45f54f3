package training.powerbi.lakehouse.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.MirrorStatus.State;
import training.powerbi.lakehouse.OpenLakehouse;
import training.powerbi.lakehouse.files.onelake.TestHomes;
import training.powerbi.lakehouse.open.Progress;
import training.powerbi.lakehouse.open.TestStore;
import training.powerbi.lakehouse.testing.fabric.FabricDoubles;

/// A lakehouse that holds something else is left as it is, and the portal works on.
class RefusedMirrorTest {
    @RegisterExtension
    static final FabricDoubles FABRIC = new FabricDoubles();

    @TempDir
    Path folder;

    @TempDir
    Path other;

    private MirrorStand stand;

    @BeforeEach
    void makeLakehouse() {
        stand = new MirrorStand(FABRIC, FABRIC.lakehouse());
    }

    @Test
    void theMirrorOfAnotherPortalIsRefused() throws IOException {
        mirror(folder, "a");
        var before = stand.listing();

        try (var store = stand.open(other)) {
            var sentence = refused(store, "mine");
            assertThat(sentence).contains("another portal", "choose an empty lakehouse", "unharmed");
        }
        assertThat(stand.listing()).isEqualTo(before);
    }

    @Test
    void aLakehouseThatIsAStoreIsRefused() throws IOException {
        try (var store =
                TestStore.open(TestHomes.open(FABRIC, stand.place()), Duration.ofSeconds(10), Clock.systemUTC())) {
            store.table(Progress.table()).append(List.of(Progress.of("a", 1)));
        }
        var before = stand.listing();

        try (var store = stand.open(folder)) {
            assertThat(refused(store, "mine")).contains("another portal");
        }
        assertThat(stand.listing()).isEqualTo(before);
    }

    @Test
    void filesOfSomebodyElseAreRefused() throws IOException {
        stand.blobs().put("/Files/portal/videos/theirs.mp4", new byte[3]);
        var before = stand.listing();

        try (var store = stand.open(folder)) {
            assertThat(refused(store, "mine")).contains("another portal");
        }
        assertThat(stand.listing()).isEqualTo(before);
    }

    @Test
    void aTableThatAnotherProgramWroteToIsRefused() throws IOException {
        try (var store = stand.open(folder)) {
            var table = store.table(Progress.table());
            table.append(List.of(Progress.of("a", 1)));
            stand.awaitCopy(table.snapshot());
            var notebook = "{\"commitInfo\":{\"engineInfo\":\"a-notebook\"}}\n".getBytes(StandardCharsets.UTF_8);
            stand.blobs()
                    .putIfAbsent(
                            MirrorStand.LOG + LogNames.commit(table.snapshot().version() + 1), notebook);

            assertThat(refused(store, table, "b")).contains("Table progress", "from version 2 on", "STORE=onelake");
        }
    }

    @Test
    void anOlderCopyOfTheFolderIsRefused() throws IOException {
        mirror(folder, "a");
        copy(folder, other);
        mirror(folder, "b");
        var before = stand.listing();

        try (var store = stand.open(other)) {
            assertThat(refused(store, "c")).contains("Table progress", "an older copy");
        }
        assertThat(stand.listing()).isEqualTo(before);
    }

    @Test
    void aMirrorWhoseNextCommitIsGoneHereIsRefused() throws IOException {
        mirror(folder, "a");
        long version;
        try (var store = TestStore.open(folder)) {
            var table = store.table(Progress.table());
            table.append(List.of(Progress.of("b", 1)));
            version = table.snapshot().version();
            table.append(List.of(Progress.of("b", 1).withRevision(1)));
        }
        // The file that the first of the two added, a week later.
        var log = Files.readString(folder.resolve("Tables/progress/_delta_log").resolve(LogNames.commit(version + 1)));
        var gone = log.replaceAll("(?s).*\"remove\":\\{\"path\":\"([^\"]+)\".*", "$1");
        Files.delete(folder.resolve("Tables/progress").resolve(gone));

        try (var store = stand.open(folder)) {
            assertThat(refused(store, "c")).contains("cannot be continued", gone);
        }
        stand.requireConsistent();
    }

    private void mirror(Path from, String user) throws IOException {
        try (var store = stand.open(from)) {
            var table = store.table(Progress.table());
            table.append(List.of(Progress.of(user, 1)));
            stand.awaitCopy(table.snapshot());
            // Its files and the mark too.
            MirrorStand.awaitState(store, State.IN_STEP);
        }
    }

    /// The reason, once it is refused; the store itself goes on.
    private static String refused(OpenLakehouse store, String user) {
        return refused(store, store.table(Progress.table()), user);
    }

    private static String refused(OpenLakehouse store, DeltaTable<Progress.Key, Progress> table, String user) {
        table.append(List.of(Progress.of(user, 2)));
        MirrorStand.awaitState(store, State.REFUSED);
        table.append(List.of(Progress.of(user, 3)));
        assertThat(table.snapshot().find(new Progress.Key(user, 3))).isPresent();
        var status = store.status();
        assertThat(status.word()).isEqualTo("degraded");
        assertThat(status.problems()).hasSize(1);
        return status.problems().getFirst();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
