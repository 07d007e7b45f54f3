package training.powerbi.lakehouse.files.onelake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.lakehouse.BlobAppend;
import training.powerbi.lakehouse.files.StorageFailure;
import training.powerbi.lakehouse.files.onelake.rest.BlobEntry;
import training.powerbi.lakehouse.files.onelake.rest.LakehouseBlobs;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// The next parts of a blob. A new blob that fits into one part is written as a file of its own at once.
final class PartsAppend implements BlobAppend {
    static final int PART = 8 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(PartsAppend.class);
    private static final int FIRST_BUFFER = 64 * 1024;

    private final LakehouseBlobs blobs;
    private final String path;
    private final Unwanted unwanted;
    private final List<Part> uncommitted = new ArrayList<>();
    // What is to be turned into parts before another can follow it.
    private @Nullable Content whole;
    private boolean fresh;
    private long end;
    private long committed;
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int filled;

    /// A part that is written.
    ///
    /// @param etag tells it from another server's of the same name
    record Part(String path, String etag) {}

    /// @param there what there is of the blob
    PartsAppend(LakehouseBlobs blobs, Unwanted unwanted, String path, long offset, Optional<Content> there) {
        this.blobs = blobs;
        this.unwanted = unwanted;
        this.path = path;
        this.end = offset;
        this.committed = offset;
        this.fresh = there.isEmpty();
        this.whole = there.filter(content -> !content.inParts()).orElse(null);
    }

    @Override
    public void write(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            if (filled == PART) {
                send();
            }
            reserve(Math.min(PART, filled + bytes.remaining()));
            var count = Math.min(bytes.remaining(), buffer.length - filled);
            bytes.get(buffer, filled, count);
            filled += count;
        }
    }

    private void reserve(int wanted) {
        if (buffer.length < wanted) {
            buffer = Arrays.copyOf(buffer, Math.min(PART, Math.max(wanted, buffer.length * 2)));
        }
    }

    @Override
    public long commit() {
        if (fresh && uncommitted.isEmpty()) {
            putWhole();
        } else if (filled > 0) {
            send();
        }
        fresh = false;
        uncommitted.clear();
        committed = end;
        return committed;
    }

    /// All there is so far in one file, as people see it in the lakehouse. If more comes, it becomes a part.
    private void putWhole() {
        try {
            var etag = blobs.putIfAbsent(path, Arrays.copyOf(buffer, filled));
            if (blobs.find(Content.part(path, 0, false)).isPresent()) {
                // Another server was given a longer first piece: readers would see this file instead of its parts.
                blobs.delete(path, etag);
                throw elsewhere();
            }
            end += filled;
            filled = 0;
            whole = Content.of(new BlobEntry(path, end, Instant.EPOCH));
        } catch (FileAlreadyExistsException e) {
            // Another server was given a first piece too.
            throw elsewhere();
        } catch (IOException e) {
            throw StorageFailure.of(e);
        }
    }

    private void send() {
        try {
            var before = whole;
            if (before != null) {
                PartsCopy.toParts(blobs, path, before);
                whole = null;
            }
            var part = Content.part(path, end, filled == 0);
            uncommitted.add(new Part(part, blobs.putIfAbsent(part, Arrays.copyOf(buffer, filled))));
            if (fresh && end == 0 && blobs.find(path).isPresent()) {
                throw elsewhere();
            }
            end += filled;
            filled = 0;
        } catch (FileAlreadyExistsException | FileNotFoundException e) {
            // Another server was told to go on here, and did.
            throw elsewhere();
        } catch (IOException e) {
            throw StorageFailure.of(e);
        }
    }

    static PortalException elsewhere() {
        return new PortalException(
                ErrorCode.UPLOAD_OFFSET_MISMATCH, "The file ends elsewhere; ask for its offset and go on there.");
    }

    @Override
    public void close() {
        for (var part : uncommitted.reversed()) {
            try {
                blobs.delete(part.path(), part.etag());
            } catch (IOException e) {
                unwanted.add(part);
                LOG.warn("{} cannot be taken back yet and will be later: {}", part.path(), e.toString());
            }
        }
        uncommitted.clear();
    }
}
