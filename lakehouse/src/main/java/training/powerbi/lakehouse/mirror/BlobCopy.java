package training.powerbi.lakehouse.mirror;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.Blob;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.files.onelake.rest.BlobEntry;
import training.powerbi.lakehouse.files.onelake.rest.LakehouseBlobs;

/// Makes and removes the copies of single files.
final class BlobCopy {
    private static final int PART = 8 * 1024 * 1024;
    private static final int SAMPLE = 64 * 1024;

    /// No two clocks that are in use are that far apart.
    private static final Duration CLOCKS = Duration.ofHours(1);

    private final LakehouseBlobs blobs;
    private final String folder;

    /// @param folder the copies', from the lakehouse's root on; ends with `/`
    BlobCopy(LakehouseBlobs blobs, String folder) {
        this.blobs = blobs;
        this.folder = folder;
    }

    /// What is there, but for what people put there under names of their own.
    Map<BlobName, BlobEntry> list() throws IOException {
        var found = new HashMap<BlobName, BlobEntry>();
        for (var entry : blobs.list(folder, true)) {
            try {
                found.put(new BlobName(entry.path().substring(folder.length())), entry);
            } catch (IllegalArgumentException notOurs) {
                // It stays as it is.
            }
        }
        return found;
    }

    void remove(BlobName name) throws IOException {
        blobs.delete(folder + name.path());
    }

    /// Sees to it that the copy is there.
    ///
    /// @param listed what is there by the last listing
    /// @throws training.powerbi.model.error.PortalException NOT_FOUND when the file is gone
    void make(Blob blob, @Nullable BlobEntry listed) throws IOException {
        var path = folder + blob.name().path();
        try (var bytes = blob.open()) {
            if (listed != null && isCopy(blob, bytes, path, listed.size(), listed.modified())) {
                return;
            }
            if (blob.size() <= PART) {
                blobs.put(path, read(bytes, 0, Math.toIntExact(blob.size())));
                return;
            }
            // Of a large file only a new one can be made.
            var there = blobs.find(path);
            if (there.isPresent()) {
                if (isCopy(blob, bytes, path, there.get().size(), there.get().modified())) {
                    return;
                }
                blobs.delete(path);
            }
            putInBlocks(path, bytes, blob.size());
        }
    }

    private void putInBlocks(String path, SeekableByteChannel bytes, long size) throws IOException {
        var ids = new ArrayList<String>();
        for (var at = 0L; at < size; at += PART) {
            var number = String.format(Locale.ROOT, "%08d", ids.size());
            var id = Base64.getEncoder().encodeToString(number.getBytes(StandardCharsets.US_ASCII));
            blobs.putBlock(path, id, read(bytes, at, Math.toIntExact(Math.min(PART, size - at))));
            ids.add(id);
        }
        if (!blobs.putBlocks(path, ids, size)) {
            throw new IOException(path + " was written by somebody else meanwhile");
        }
    }

    /// A file that was long there when its copy was made is equal to it. Otherwise small ones are compared whole; large
    /// ones are never written twice under one name.
    private boolean isCopy(Blob blob, SeekableByteChannel bytes, String path, long size, Instant modified)
            throws IOException {
        if (size != blob.size()) {
            return false;
        }
        if (size == 0 || blob.writtenAt().plus(CLOCKS).isBefore(modified)) {
            return true;
        }
        if (size <= PART) {
            return isEqual(bytes, path, 0, Math.toIntExact(size));
        }
        return isEqual(bytes, path, 0, SAMPLE) && isEqual(bytes, path, size - SAMPLE, SAMPLE);
    }

    private boolean isEqual(SeekableByteChannel bytes, String path, long at, int length) throws IOException {
        try {
            return Arrays.equals(read(bytes, at, length), blobs.read(path, at, at + length - 1, ""));
        } catch (FileNotFoundException e) {
            return false;
        }
    }

    private static byte[] read(SeekableByteChannel bytes, long at, int length) throws IOException {
        var buffer = ByteBuffer.allocate(length);
        bytes.position(at);
        while (buffer.hasRemaining()) {
            if (bytes.read(buffer) < 0) {
                throw new IOException("A file became shorter while it was copied");
            }
        }
        return buffer.array();
    }
}
