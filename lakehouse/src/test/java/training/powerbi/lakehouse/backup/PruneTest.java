package training.powerbi.lakehouse.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.files.local.BackupFolder;
import training.powerbi.model.error.PortalException;

/// Older backups are dropped, and nothing that another needs goes with them.
class PruneTest {
    private static final int BACKUPS = 4;

    @TempDir
    static Path model;

    /// The ids of the model's backups; the first has one line, the last four.
    private static final List<String> IDS = new ArrayList<>();

    @TempDir
    Path folder;

    @BeforeAll
    static void makeBackups() throws IOException {
        var data = model.resolve("data");
        try (var ledger = Ledger.in(data)) {
            for (var number = 1; number <= BACKUPS; number++) {
                ledger.write("one", number);
                ledger.store.blobs().put(new BlobName("notes/only-in-" + number), Ledger.content("only in " + number));
                IDS.add(Backups.of(data, Clock.systemUTC())
                        .backUp(model.resolve("backup"))
                        .id());
                ledger.store.blobs().delete(new BlobName("notes/only-in-" + number));
            }
        }
    }

    private Path copy(String name) throws IOException {
        var target = folder.resolve(name);
        try (var files = Files.walk(model.resolve("backup"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var to = target.resolve(model.resolve("backup").relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        return target;
    }

    private int lines(Path backup, String id, String name) throws IOException {
        var restored = folder.resolve(name);
        Backups.of(restored, Clock.systemUTC()).restore(backup, Optional.of(id));
        try (var copy = Ledger.in(restored)) {
            var number = IDS.indexOf(id) + 1;
            assertThat(copy.store.blobs().find(new BlobName("notes/only-in-" + number)))
                    .isPresent();
            return copy.lines.snapshot().size();
        }
    }

    private static Set<String> objects(Path backup) throws IOException {
        try (var files = Files.walk(backup.resolve("objects"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .collect(Collectors.toSet());
        }
    }

    private static Set<String> named(Path backup) {
        var shelf = new Shelf(BackupFolder.toRead(backup));
        return shelf.ids().stream()
                .flatMap(id -> shelf.read(id).all())
                .map(Manifest.Entry::sha256)
                .collect(Collectors.toSet());
    }

    @Test
    void theNewestStayAndCanBeRestoredAndWhatOnlyOthersNeededIsGone() throws IOException {
        var backup = copy("backup");
        var before = objects(backup);

        var report = Backups.prune(backup, 2);

        assertThat(report.backups()).isEqualTo(2);
        assertThat(report.kept()).isEqualTo(2);
        assertThat(Backups.in(backup)).isEqualTo(IDS.subList(2, BACKUPS));
        assertThat(objects(backup)).isEqualTo(named(backup)).hasSize(before.size() - report.files());
        assertThat(report.files()).isGreaterThanOrEqualTo(2);
        assertThat(lines(backup, IDS.get(2), "third")).isEqualTo(3);
        assertThat(lines(backup, IDS.get(3), "fourth")).isEqualTo(4);
        assertThat(Backups.prune(backup, 2)).isEqualTo(new PruneReport(2, 0, 0, 0));
        assertThat(Backups.prune(backup, 9).kept()).isEqualTo(2);
    }

    /// Stopped after each of its steps in turn.
    @Test
    void oneThatIsStoppedLeavesNoListWithoutItsBytesAndTheNextEndsIt() throws IOException {
        var stopped = 0;
        for (var steps = 0; ; steps++) {
            var backup = copy("backup-" + steps);
            try (var target = BackupFolder.toWrite(backup)) {
                new Prune(stoppedAfter(steps, target.blobs())).run(1);
                break;
            } catch (Stopped expected) {
                stopped++;
            }
            assertThat(objects(backup)).as("stopped after %s steps", steps).containsAll(named(backup));
            assertThat(Backups.in(backup)).endsWith(IDS.getLast());
            Backups.prune(backup, 1);
            assertThat(Backups.in(backup)).containsExactly(IDS.getLast());
            assertThat(objects(backup)).isEqualTo(named(backup));
            assertThat(backup.resolve("incoming")).isEmptyDirectory();
        }
        // Three lists are moved away and deleted, and at least three files go.
        assertThat(stopped).isGreaterThanOrEqualTo(9);
        var last = folder.resolve("backup-" + stopped);
        assertThat(lines(last, IDS.getLast(), "restored")).isEqualTo(BACKUPS);
    }

    /// The process ends here.
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static BlobStore stoppedAfter(int changes, BlobStore disk) {
        var left = new AtomicInteger(changes);
        return new WatchedDisk(disk, change -> {
            if (left.getAndDecrement() <= 0) {
                throw new Stopped();
            }
        });
    }

    @Test
    void aListThatCannotBeReadKeepsEverything() throws IOException {
        var backup = copy("backup");
        var before = objects(backup);
        var list = backup.resolve("backups/" + IDS.get(2) + ".json");
        Files.writeString(list, "{}");

        assertThatThrownBy(() -> Backups.prune(backup, 2))
                .isInstanceOf(PortalException.class)
                .hasMessageContainingAll(IDS.get(2), "cannot be read", "Nothing was dropped");

        assertThat(objects(backup)).isEqualTo(before);
        assertThat(Backups.in(backup)).isEqualTo(IDS);
        // One that is to go need not be whole.
        assertThat(Backups.prune(backup, 1).backups()).isEqualTo(3);
    }

    @Test
    void aFolderInUseAndNoneAtAllAreRefused() throws IOException {
        var backup = copy("backup");
        try (var held = BackupFolder.toWrite(backup)) {
            assertThat(held.blobs()).isNotNull();
            assertThatThrownBy(() -> Backups.prune(backup, 1)).hasMessageContaining("Another backup is being written");
        }
        assertThatThrownBy(() -> Backups.prune(backup, 0)).hasMessageContaining("At least one");
        assertThat(Backups.in(backup)).isEqualTo(IDS);
    }
}
