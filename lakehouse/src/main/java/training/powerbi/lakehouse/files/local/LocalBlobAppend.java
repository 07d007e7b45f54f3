package training.powerbi.lakehouse.files.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import training.powerbi.lakehouse.BlobAppend;
import training.powerbi.lakehouse.files.StorageFailure;

/// The end of a file. What is not committed is cut off on close. While more is written, what was written before goes
/// to the disk: a large file would otherwise pile up in memory and make every small commit wait behind it.
final class LocalBlobAppend implements BlobAppend {
    private static final long AHEAD = 64L * 1024 * 1024;

    private final Path file;
    private final FileChannel channel;
    private boolean named;
    private long committed;
    private long size;
    private long nextFlush;
    private CompletableFuture<Void> flush = CompletableFuture.completedFuture(null);

    /// @param named whether the file's name is on the disk already
    LocalBlobAppend(Path file, FileChannel channel, long size, boolean named) {
        this.file = file;
        this.channel = channel;
        this.size = size;
        this.committed = size;
        this.nextFlush = size + AHEAD;
        this.named = named;
    }

    @Override
    public void write(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                size += channel.write(bytes, size);
            }
        } catch (IOException e) {
            throw StorageFailure.of(e);
        }
        if (size >= nextFlush) {
            nextFlush = size + AHEAD;
            awaitFlush();
            flush = CompletableFuture.runAsync(this::force, Thread::startVirtualThread);
        }
    }

    @Override
    public long commit() {
        awaitFlush();
        force();
        try {
            if (!named) {
                DurableFiles.forceFolder(DurableFiles.folderOf(file));
                named = true;
            }
        } catch (IOException e) {
            throw StorageFailure.of(e);
        }
        committed = size;
        return committed;
    }

    private void force() {
        try {
            channel.force(false);
        } catch (IOException e) {
            throw StorageFailure.of(e);
        }
    }

    private void awaitFlush() {
        try {
            flush.join();
        } catch (CompletionException e) {
            throw StorageFailure.of(e.getCause() == null ? e : e.getCause());
        }
    }

    @Override
    public void close() {
        try (channel) {
            // Whether it succeeded does not matter any more; the channel must not be closed under it.
            flush.handle((done, failure) -> true).join();
            if (!named) {
                Files.deleteIfExists(file);
            } else if (channel.isOpen() && channel.size() > committed) {
                channel.truncate(committed);
            }
        } catch (IOException e) {
            throw StorageFailure.of(e);
        }
    }
}
