package training.powerbi.lakehouse.files.local;

import java.io.IOException;
import java.nio.file.Path;

/// Keeps a second process off a folder.
public final class FolderClaim implements AutoCloseable {
    private final StoreLock lock;

    private FolderClaim(StoreLock lock) {
        this.lock = lock;
    }

    /// Takes the folder for this process.
    ///
    /// @throws IOException when another process has the folder, or nothing can be written there
    public static FolderClaim take(Path folder) throws IOException {
        try {
            return new FolderClaim(StoreLock.acquire(folder));
        } catch (IllegalStateException e) {
            throw new IOException("another server uses " + folder, e);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
