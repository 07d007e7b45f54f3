package training.powerbi.lakehouse.files.local;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.files.StoreFiles;
import training.powerbi.lakehouse.files.StoreHome;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// A store in a folder of this machine: `Tables` and `Files`, as in a Lakehouse, and a lock.
public record LocalHome(Path folder, StoreFiles files, Disk disk) implements StoreHome {

    public LocalHome(Path folder, StoreFiles files) {
        this(folder, files, new Disk());
    }

    public LocalHome(Path folder) {
        this(folder, new LocalFileIO());
    }

    /// Looks whether what is appended to a file of the folder stays there: a journal, or kept copies of files, need no
    /// more, so that a disk that cannot hold tables may do.
    ///
    /// @throws PortalException saying what is wrong with the folder
    public static void requireJournal(Path folder) {
        new DiskTest(folder, new Disk()).forJournal();
    }

    @Override
    public String kind() {
        return "local";
    }

    @Override
    public String tables() {
        return folder.toAbsolutePath().normalize().resolve("Tables").toString();
    }

    @Override
    public BlobStore reading() throws IOException {
        return LocalBlobStore.ofAnother(folder.resolve("Files"));
    }

    @Override
    public List<String> tableNames() throws IOException {
        var tables = folder.resolve("Tables");
        if (!Files.isDirectory(tables)) {
            return List.of();
        }
        try (var folders = Files.list(tables)) {
            return folders.filter(Files::isDirectory)
                    .map(Path::getFileName)
                    .map(String::valueOf)
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void requireFree() throws IOException {
        try {
            if (StoreLock.isTaken(folder)) {
                throw new PortalException(ErrorCode.STORAGE_UNAVAILABLE, StoreLock.inUse(folder));
            }
        } catch (FileSystemException e) {
            throw DiskTest.refusalOf(folder).of(e);
        }
    }

    @Override
    public Lease lease() throws IOException {
        var test = new DiskTest(folder, disk);
        var lock = test.lock();
        try {
            test.forStore();
            return new FolderLease(lock, new LocalBlobStore(folder.resolve("Files")));
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private record FolderLease(StoreLock lock, BlobStore blobs) implements Lease {

        @Override
        public void close() throws IOException {
            lock.close();
        }
    }
}
