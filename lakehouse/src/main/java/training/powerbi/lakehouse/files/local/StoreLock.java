package training.powerbi.lakehouse.files.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Keeps a second server off the folder. The operating system drops the lock when the process dies, however
/// it dies.
final class StoreLock implements AutoCloseable {
    private static final String NAME = ".lock";

    private final FileChannel channel;

    private StoreLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Takes the folder for this process.
    ///
    /// @throws IllegalStateException when another server has the folder
    static StoreLock acquire(Path folder) throws IOException {
        DurableFiles.createFolders(folder);
        var channel = FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new IllegalStateException(inUse(folder));
        }
        return new StoreLock(channel);
    }

    /// Whether another server has the folder; takes and makes nothing.
    static boolean isTaken(Path folder) throws IOException {
        var file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return false;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return tryLock(channel) == null;
        }
    }

    static String inUse(Path folder) {
        return "Another portal server is using the data folder " + folder
                + ". Stop it, or give this one its own folder (portal.store.directory).";
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
