package training.powerbi.lakehouse;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Files that belong to the course, beside its tables (`Files` of a Lakehouse). Safe for use by many threads, except
/// that a blob has one writer at a time, which the caller sees to.
///
/// Every method throws [training.powerbi.model.error.PortalException] with STORAGE_FULL when the disk is full, and
/// STORAGE_UNAVAILABLE when the store fails otherwise; neither leaves anything behind.
public interface BlobStore {

    /// Bytes that may still be written, as far as the store knows; `Long.MAX_VALUE` when it has no limit.
    long freeSpace();

    /// Begins to write at the end of the blob, or a new blob when the offset is 0. After a crash the blob may hold
    /// more than was committed, never anything but what was written.
    ///
    /// @throws training.powerbi.model.error.PortalException UPLOAD_OFFSET_MISMATCH when the blob has another size,
    /// NOT_FOUND when there is no blob and the offset is not 0
    BlobAppend append(BlobName name, long offset);

    /// Writes a small blob whole and durably, in place of the one that is there: readers see the old or the new bytes.
    void put(BlobName name, byte[] content);

    /// Gives the blob another name, at once and durably.
    ///
    /// @throws training.powerbi.model.error.PortalException NOT_FOUND when there is no such blob
    /// @throws IllegalStateException when the new name is taken
    void move(BlobName from, BlobName to);

    Optional<Blob> find(BlobName name);

    /// Blobs in the folder and the folders below it, in no order; none when there is no such folder. Blobs that come
    /// or go meanwhile may be in it or not.
    List<Blob> list(String folder);

    /// The first folders of all names there are.
    Set<String> folders();

    /// Deletes the blob; who has it open reads on. A power cut may bring it back, so whoever deletes for good looks
    /// again after a restart.
    ///
    /// @return false when there was none
    boolean delete(BlobName name);
}
