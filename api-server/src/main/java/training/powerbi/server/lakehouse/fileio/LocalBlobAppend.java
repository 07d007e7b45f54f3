package training.powerbi.server.lakehouse.fileio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import training.powerbi.server.lakehouse.BlobAppend;

/// The end of a file. What is not committed is cut off on close.
final class LocalBlobAppend implements BlobAppend {
    private final Path file;
    private final FileChannel channel;
    private boolean named;
    private long committed;
    private long size;

    /// @param named whether the file's name is on the disk already
    LocalBlobAppend(Path file, FileChannel channel, long size, boolean named) {
        this.file = file;
        this.channel = channel;
        this.size = size;
        this.committed = size;
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
    }

    @Override
    public long commit() {
        try {
            channel.force(false);
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

    @Override
    public void close() {
        try (channel) {
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
