package training.powerbi.lakehouse;

import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// A blob as it was found: its size does not follow later appends.
public interface Blob {

    BlobName name();

    long size();

    Instant writtenAt();

    /// The file that holds the bytes, where the store is a local one: for handing it to the operating system
    /// instead of reading it.
    Optional<Path> file();

    /// Opens the bytes for reading, at their beginning; close the channel.
    ///
    /// @throws training.powerbi.model.error.PortalException NOT_FOUND when the blob was deleted meanwhile,
    /// STORAGE_UNAVAILABLE when it cannot be read
    SeekableByteChannel open();
}
