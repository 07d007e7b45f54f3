package training.powerbi.lakehouse.backup;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import training.powerbi.lakehouse.Blob;
import training.powerbi.lakehouse.BlobAppend;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.BlobStore;

/// A disk on which changes can be made to fail.
class WatchedDisk implements BlobStore {
    private final BlobStore disk;
    private final Consumer<String> before;

    /// @param before is told of each change, by the method's name, before it is made; it may throw
    WatchedDisk(BlobStore disk, Consumer<String> before) {
        this.disk = disk;
        this.before = before;
    }

    @Override
    public long freeSpace() {
        return disk.freeSpace();
    }

    @Override
    public BlobAppend append(BlobName name, long offset) {
        before.accept("append");
        return disk.append(name, offset);
    }

    @Override
    public void put(BlobName name, byte[] content) {
        before.accept("put");
        disk.put(name, content);
    }

    @Override
    public void move(BlobName from, BlobName to) {
        before.accept("move");
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
        before.accept("delete");
        return disk.delete(name);
    }
}
