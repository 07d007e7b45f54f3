package training.powerbi.lakehouse;

import java.nio.ByteBuffer;

/// Bytes on their way to the end of a blob. Not for use by many threads.
///
/// Every method throws [training.powerbi.model.error.PortalException] with STORAGE_FULL or STORAGE_UNAVAILABLE when
/// the store cannot write; what was committed before stays.
public interface BlobAppend extends AutoCloseable {

    /// Takes all remaining bytes.
    void write(ByteBuffer bytes);

    /// Returns once everything written so far survives a power cut.
    ///
    /// @return the size of the blob
    long commit();

    /// Gives back what was not committed; a blob of which nothing ever was is gone.
    @Override
    void close();
}
