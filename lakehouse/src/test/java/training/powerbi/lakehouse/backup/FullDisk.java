package training.powerbi.lakehouse.backup;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import training.powerbi.lakehouse.Blob;
import training.powerbi.lakehouse.BlobAppend;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.files.StorageFailure;

/// A disk that is full after some files.
final class FullDisk implements BlobStore {
    private final BlobStore disk;
    private final AtomicInteger left;
    private long free = Long.MAX_VALUE;

    FullDisk(BlobStore disk, int files) {
        this.disk = disk;
        this.left = new AtomicInteger(files);
    }

    FullDisk with(long bytes) {
        free = bytes;
        return this;
    }

    private void take() {
        if (left.getAndDecrement() <= 0) {
            throw StorageFailure.of(new IOException("No space left on device"));
        }
    }

    @Override
    public long freeSpace() {
        return free;
    }

    @Override
    public BlobAppend append(BlobName name, long offset) {
        take();
        return disk.append(name, offset);
    }

    @Override
    public void put(BlobName name, byte[] content) {
        take();
        disk.put(name, content);
    }

    @Override
    public void move(BlobName from, BlobName to) {
        disk.move(from, to);
    }

    @Override
    public Optional<Blob> find(BlobName name) {
        return disk.find(name);
    }

    @Override
    public List<Blob> list(String folder) {
        return disk.list(folder);
    }

    @Override
    public List<Blob> listAll() {
        return disk.listAll();
    }

    @Override
    public boolean delete(BlobName name) {
        return disk.delete(name);
    }
}
