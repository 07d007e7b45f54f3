package training.powerbi.lakehouse.files.local;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.lakehouse.files.StorageFailure;
import training.powerbi.model.error.PortalException;

/// Looks, before anything is opened, whether the disk of a folder keeps the promises a store lives by. A disk without
/// one of them works for a while and loses data then, so each has a sentence of its own. What is tried is tried in a
/// folder of its own, which is removed again.
final class DiskTest {
    private static final Logger LOG = LoggerFactory.getLogger(DiskTest.class);
    private static final String SCRATCH = ".disk-test";
    private static final String WRITTEN = "written";
    private static final String LINKED = "linked";
    private static final int BLOCK = 4096;
    private static final String POWER_CUT = "What it says is written could be gone after a power cut.";

    /// The longest part of a blob's name, and what it is called while it is written: see [DurableFiles].
    private static final String PART = "Part_-." + "x".repeat(93);

    private static final String LONGEST = "." + PART + "." + "0".repeat(36) + ".tmp";

    private final Path folder;
    private final Path scratch;
    private final Disk disk;
    private final DiskRefusal refusal;

    DiskTest(Path folder, Disk disk) {
        this.folder = folder.toAbsolutePath().normalize();
        // A name of its own: what another start could not remove is not in the way.
        this.scratch = this.folder.resolve(SCRATCH + "-" + UUID.randomUUID());
        this.disk = disk;
        this.refusal = refusalOf(folder);
    }

    static DiskRefusal refusalOf(Path folder) {
        return new DiskRefusal(
                "The data folder " + folder.toAbsolutePath().normalize(),
                "set PORTAL_DATA_DIR to another folder, or keep the tables in OneLake (STORE=onelake)");
    }

    /// Takes the folder for this process, and makes it when there is none.
    ///
    /// @throws IllegalStateException when another process has it
    /// @throws PortalException saying what is wrong with the folder
    StoreLock lock() {
        makeFolder();
        try {
            return disk.lock(folder);
        } catch (FileSystemException e) {
            throw refusal.of(e);
        } catch (IOException e) {
            throw refusal.lacks("has no locks", "Two servers could write there at once, unseen by each other.", e);
        }
    }

    private void makeFolder() {
        try {
            DurableFiles.createFolders(folder);
        } catch (IOException e) {
            throw refusal.of(e);
        }
    }

    /// What tables need; the folder must be this process's.
    ///
    /// @throws PortalException saying what the disk lacks
    void forStore() {
        removeLeftovers();
        inScratch(() -> {
            var written = requireDurable();
            requirePutIfAbsent(written);
            requireReplacing(written, requireNames());
        });
        requireOpenTree();
    }

    /// What a journal and kept copies of files need: no more than that what is appended stays. Makes the folder when
    /// there is none.
    ///
    /// @throws PortalException saying what the disk lacks
    void forJournal() {
        makeFolder();
        inScratch(() -> {
            var _ = requireWritten();
        });
    }

    private Path requireDurable() {
        var file = requireWritten();
        require("does not confirm that a name is written (fsync of a folder)", POWER_CUT, () -> {
            disk.forceFolder(scratch);
            return true;
        });
        return file;
    }

    private Path requireWritten() {
        var file = scratch.resolve(WRITTEN);
        var block = new byte[BLOCK];
        Arrays.fill(block, (byte) 'x');
        try {
            disk.write(file, Arrays.copyOf(block, BLOCK / 2));
            disk.append(file, Arrays.copyOf(block, BLOCK / 2));
        } catch (IOException e) {
            throw refusal.of(e);
        }
        require("does not confirm that a file is written (fsync)", POWER_CUT, () -> {
            disk.force(file);
            return true;
        });
        require(
                "does not give back what was written",
                "It is damaged, or full.",
                () -> Arrays.equals(disk.read(file), block));
        return file;
    }

    private void requirePutIfAbsent(Path file) {
        var danger = "Without them two writers could replace each other's changes unseen.";
        var name = scratch.resolve(LINKED);
        require("has no hard links", danger, () -> {
            disk.link(name, file);
            return true;
        });
        require("has hard links that replace what is there", danger, () -> {
            try {
                disk.link(name, file);
                return false;
            } catch (FileAlreadyExistsException taken) {
                return true;
            }
        });
    }

    /// Whether the disk tells upper from lower case makes no difference, as no two names of the portal differ in case
    /// alone; that it keeps the case does.
    private Path requireNames() {
        var file = scratch.resolve(LONGEST);
        require(
                "changes names, or takes no names of " + LONGEST.length() + " letters",
                "Files could not be found again.",
                () -> {
                    disk.write(file, new byte[1]);
                    return disk.names(scratch).contains(LONGEST);
                });
        return file;
    }

    private void requireReplacing(Path file, Path by) {
        require("cannot replace a file in one step", "A power cut could leave half of a file, or none.", () -> {
            disk.replace(by, file);
            return disk.read(file).length == 1;
        });
    }

    /// Folders that somebody else made, such as another account that restored a backup.
    private void requireOpenTree() {
        try {
            for (var table : requireOpenWithFolders(folder.resolve("Tables"))) {
                requireOpen(table.resolve("_delta_log"));
            }
            var _ = requireOpenWithFolders(folder.resolve("Files"));
        } catch (IOException e) {
            throw refusal.of(e);
        }
    }

    private void requireOpen(Path each) throws IOException {
        if (!disk.isOpen(each)) {
            throw new AccessDeniedException(each.toString());
        }
    }

    /// @return the folders in it
    private List<Path> requireOpenWithFolders(Path parent) throws IOException {
        requireOpen(parent);
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (var children = Files.list(parent)) {
            var folders = children.filter(Files::isDirectory).toList();
            for (var each : folders) {
                requireOpen(each);
            }
            return folders;
        }
    }

    private void inScratch(Runnable trials) {
        try {
            disk.createFolder(scratch);
        } catch (IOException e) {
            throw refusal.of(e);
        }
        try {
            trials.run();
        } finally {
            clear();
        }
    }

    /// Of starts that were killed in the middle of it; what cannot be removed is not in the way.
    private void removeLeftovers() {
        try (var all = Files.newDirectoryStream(folder, SCRATCH + "*")) {
            all.forEach(DiskTest::clear);
        } catch (IOException e) {
            LOG.debug("{} was not looked through", folder, e);
        }
    }

    private void clear() {
        clear(scratch);
    }

    private static void clear(Path scratch) {
        try {
            for (var name : List.of(WRITTEN, LINKED, LONGEST, "")) {
                Files.deleteIfExists(scratch.resolve(name));
            }
        } catch (IOException e) {
            LOG.debug("{} was not removed", scratch, e);
        }
    }

    private interface Trial {
        boolean succeeds() throws IOException;
    }

    private void require(String lack, String danger, Trial trial) {
        Exception said = null;
        try {
            if (trial.succeeds()) {
                return;
            }
        } catch (IOException | UnsupportedOperationException e) {
            said = e;
        }
        throw refused(lack, danger, said);
    }

    private PortalException refused(String lack, String danger, @Nullable Exception said) {
        return said != null && StorageFailure.isFull(said) ? refusal.of(said) : refusal.lacks(lack, danger, said);
    }
}
