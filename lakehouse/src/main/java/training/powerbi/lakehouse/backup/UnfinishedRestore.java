package training.powerbi.lakehouse.backup;

import java.time.Instant;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// The mark on a place into which a backup is being restored: with some of its tables there, a server would take the
/// others for new ones.
public final class UnfinishedRestore {
    private static final BlobName MARK = BlobName.of("upkeep", "restore-not-finished");

    private UnfinishedRestore() {}

    static void mark(BlobStore blobs, Instant now) {
        blobs.put(MARK, now.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    static void unmark(BlobStore blobs) {
        blobs.delete(MARK);
    }

    static boolean isIn(BlobStore blobs) {
        return blobs.find(MARK).isPresent();
    }

    /// Whether the file is no part of the course.
    static boolean isOwn(BlobName name) {
        return name.equals(MARK);
    }

    /// Looks for the mark.
    ///
    /// @throws PortalException STORAGE_UNAVAILABLE when a restore did not get to its end
    public static void refuseIn(BlobStore blobs) {
        if (isIn(blobs)) {
            throw new PortalException(
                    ErrorCode.STORAGE_UNAVAILABLE,
                    "A restore into this store did not get to its end, so some of its tables are missing. Run --restore"
                            + " with the same folder again: it begins anew.");
        }
    }
}
