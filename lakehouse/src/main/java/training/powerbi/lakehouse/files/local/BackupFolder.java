package training.powerbi.lakehouse.files.local;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// A folder of this machine that holds backups. One process at a time writes to it; any number read it.
public final class BackupFolder implements AutoCloseable {
    private final StoreLock lock;
    private final BlobStore blobs;

    private BackupFolder(StoreLock lock, BlobStore blobs) {
        this.lock = lock;
        this.blobs = blobs;
    }

    /// Takes the folder for this process, and makes it when there is none.
    ///
    /// @throws PortalException CONFLICTING_UPDATE when another process is writing a backup there,
    /// STORAGE_UNAVAILABLE when the folder cannot be written
    public static BackupFolder toWrite(Path folder) {
        try {
            DurableFiles.createFolders(folder.toAbsolutePath().normalize());
            var lock = StoreLock.acquire(folder);
            try {
                return new BackupFolder(lock, new LocalBlobStore(folder));
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IllegalStateException e) {
            throw new PortalException(
                    ErrorCode.CONFLICTING_UPDATE,
                    "Another backup is being written to " + folder + ". Wait until it has ended.",
                    e);
        } catch (IOException e) {
            throw new DiskRefusal("The folder for the backup, " + folder + ",", "name another folder").of(e);
        }
    }

    /// What the folder holds, for reading.
    ///
    /// @throws PortalException BAD_USER_INPUT when there is no such folder
    public static BlobStore toRead(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw PortalException.badInput("folder", "There is no folder " + folder + " to read a backup from.");
        }
        try {
            return LocalBlobStore.ofAnother(folder);
        } catch (IOException e) {
            throw new PortalException(
                    ErrorCode.STORAGE_UNAVAILABLE, "The folder " + folder + " cannot be read: " + reason(e), e);
        }
    }

    /// Refuses a folder for backups that lies in the data folder, or has it in itself: what saves the data must not go
    /// with it.
    ///
    /// @throws PortalException BAD_USER_INPUT
    public static void requireApart(Path data, Path folder) {
        var here = real(data);
        var there = real(folder);
        if (here.startsWith(there) || there.startsWith(here)) {
            throw PortalException.badInput(
                    "folder",
                    "The folder for the backup, " + folder + ", and the data folder, " + data
                            + ", must not lie in one another. Name a folder elsewhere, best on another disk.");
        }
    }

    private static Path real(Path folder) {
        var absolute = folder.toAbsolutePath().normalize();
        for (var existing = absolute; existing != null; existing = existing.getParent()) {
            try {
                return existing.toRealPath().resolve(existing.relativize(absolute));
            } catch (IOException e) {
                // Not there yet: the folder above it may be a link.
            }
        }
        return absolute;
    }

    private static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "access is denied.";
        }
        var said = failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
        return (said == null ? failure.getClass().getSimpleName() : said) + ".";
    }

    public BlobStore blobs() {
        return blobs;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
