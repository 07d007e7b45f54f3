package training.powerbi.lakehouse.copy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import training.powerbi.lakehouse.Blob;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// The blobs of both stores.
final class BlobFiles {
    private static final int BUFFER = 1 << 20;
    private static final BlobName UNDER_WAY = BlobName.of(StoreCopy.FOLDER, "under-way");

    private final BlobStore from;
    private final BlobStore to;
    private final Consumer<String> says;

    BlobFiles(BlobStore from, BlobStore to, Consumer<String> says) {
        this.from = from;
        this.to = to;
        this.says = says;
    }

    /// @param bytes of all of them
    record Compared(int blobs, long bytes) {}

    boolean isTargetUsed() {
        return !all(to).isEmpty();
    }

    void copy() throws IOException {
        var wanted = all(from);
        var names = wanted.stream().map(Blob::name).collect(Collectors.toSet());
        removeOthers(names);
        for (var blob : wanted) {
            if (!isThere(blob)) {
                says.accept("File " + blob.name());
                copy(blob);
            }
        }
    }

    /// Files that the source had when an earlier try began.
    private void removeOthers(Set<BlobName> names) {
        all(to).stream().map(Blob::name).filter(name -> !names.contains(name)).forEach(to::delete);
    }

    /// It gets its name when it is whole.
    private void copy(Blob blob) throws IOException {
        to.delete(blob.name());
        to.delete(UNDER_WAY);
        try (var bytes = blob.open();
                var append = to.append(UNDER_WAY, 0)) {
            var buffer = ByteBuffer.allocate(BUFFER);
            while (fill(bytes, buffer)) {
                append.write(buffer);
            }
            append.commit();
        }
        to.move(UNDER_WAY, blob.name());
    }

    Compared compare() throws IOException {
        var blobs = all(from);
        var bytes = 0L;
        for (var blob : blobs) {
            if (!isThere(blob)) {
                throw new PortalException(
                        ErrorCode.CONFLICTING_UPDATE,
                        "The file " + blob.name() + " is not the same in both places. Is a server at work? Stop it and"
                                + " run the same --copy-store again.");
            }
            bytes += blob.size();
        }
        return new Compared(blobs.size(), bytes);
    }

    private boolean isThere(Blob blob) throws IOException {
        var there = to.find(blob.name()).filter(copy -> copy.size() == blob.size());
        if (there.isEmpty()) {
            return false;
        }
        try (var one = blob.open();
                var other = there.get().open()) {
            return isSame(one, other);
        }
    }

    private static boolean isSame(SeekableByteChannel one, SeekableByteChannel other) throws IOException {
        var left = ByteBuffer.allocate(BUFFER);
        var right = ByteBuffer.allocate(BUFFER);
        while (fill(one, left)) {
            if (!fill(other, right) || !left.equals(right)) {
                return false;
            }
        }
        return !fill(other, right);
    }

    /// As much as fits, ready to be read; false at the end.
    private static boolean fill(SeekableByteChannel bytes, ByteBuffer buffer) throws IOException {
        buffer.clear();
        while (buffer.hasRemaining() && bytes.read(buffer) >= 0) {
            // One read may bring less than there is.
        }
        buffer.flip();
        return buffer.hasRemaining();
    }

    static byte[] bytes(Blob blob) throws IOException {
        var all = new ByteArrayOutputStream();
        try (var bytes = Channels.newInputStream(blob.open())) {
            bytes.transferTo(all);
        }
        return all.toByteArray();
    }

    private static List<Blob> all(BlobStore store) {
        return store.folders().stream()
                .filter(folder -> !folder.equals(StoreCopy.FOLDER))
                .flatMap(folder -> store.list(folder).stream())
                .toList();
    }
}
