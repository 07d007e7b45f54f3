package training.powerbi.server.media;

import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import training.powerbi.lakehouse.Blob;
import training.powerbi.lakehouse.BlobAppend;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// A disk that is full after so many more bytes, or says it has no space, or fails to move files.
public final class FaultyBlobs implements BlobStore {
    private final BlobStore disk;
    private final AtomicLong room = new AtomicLong(Long.MAX_VALUE);
    private final AtomicBoolean moves = new AtomicBoolean(true);
    private final AtomicBoolean reads = new AtomicBoolean(true);

    FaultyBlobs(BlobStore disk) {
        this.disk = disk;
    }

    /// Lets so many more bytes be written, however many the disk says are free.
    public void fillAfter(long bytes) {
        room.set(bytes);
    }

    public void heal() {
        room.set(Long.MAX_VALUE);
        moves.set(true);
        reads.set(true);
    }

    public void failReads() {
        reads.set(false);
    }

    public void failMoves() {
        moves.set(false);
    }

    @Override
    public long freeSpace() {
        return disk.freeSpace();
    }

    @Override
    public BlobAppend append(BlobName name, long offset) {
        var append = disk.append(name, offset);
        return new BlobAppend() {
            @Override
            public void write(ByteBuffer bytes) {
                if (room.get() != Long.MAX_VALUE && room.addAndGet(-bytes.remaining()) < 0) {
                    throw new PortalException(ErrorCode.STORAGE_FULL, "The disk is full.");
                }
                append.write(bytes);
            }

            @Override
            public long commit() {
                return append.commit();
            }

            @Override
            public void close() {
                append.close();
            }
        };
    }

    @Override
    public void put(BlobName name, byte[] content) {
        disk.put(name, content);
    }

    @Override
    public void move(BlobName from, BlobName to) {
        if (!moves.get()) {
            throw new PortalException(ErrorCode.STORAGE_UNAVAILABLE, "The disk does not answer.");
        }
        disk.move(from, to);
    }

    @Override
    public Optional<Blob> find(BlobName name) {
        return disk.find(name).map(blob -> reads.get() ? blob : new Unreadable(blob));
    }

    private record Unreadable(Blob blob) implements Blob {
        @Override
        public BlobName name() {
            return blob.name();
        }

        @Override
        public long size() {
            return blob.size();
        }

        @Override
        public Instant writtenAt() {
            return blob.writtenAt();
        }

        @Override
        public Optional<Path> file() {
            return blob.file();
        }

        @Override
        public SeekableByteChannel open() {
            throw new PortalException(ErrorCode.STORAGE_UNAVAILABLE, "The disk does not answer.");
        }
    }

    @Override
    public List<Blob> list(String folder) {
        return disk.list(folder);
    }

    @Override
    public Set<String> folders() {
        return disk.folders();
    }

    @Override
    public boolean delete(BlobName name) {
        return disk.delete(name);
    }
}
