package training.powerbi.lakehouse.files.copy;

import java.util.List;
import java.util.Optional;
import training.powerbi.lakehouse.Blob;
import training.powerbi.lakehouse.BlobAppend;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.BlobStore;

/// Blobs, of which there are no copies: while the place is away nobody waits for it to answer.
record AwayBlobs(BlobStore place, Reach reach) implements BlobStore {

    private BlobStore present() {
        if (reach.isAway()) {
            throw reach.refusal();
        }
        return place;
    }

    @Override
    public long freeSpace() {
        return present().freeSpace();
    }

    @Override
    public BlobAppend append(BlobName name, long offset) {
        return present().append(name, offset);
    }

    @Override
    public void put(BlobName name, byte[] content) {
        present().put(name, content);
    }

    @Override
    public void move(BlobName from, BlobName to) {
        present().move(from, to);
    }

    @Override
    public Optional<Blob> find(BlobName name) {
        return present().find(name);
    }

    @Override
    public List<Blob> list(String folder) {
        return present().list(folder);
    }

    @Override
    public List<Blob> listAll() {
        return present().listAll();
    }

    @Override
    public boolean delete(BlobName name) {
        return present().delete(name);
    }
}
