package training.powerbi.server.material;

import java.nio.channels.SeekableByteChannel;
import java.util.function.BooleanSupplier;

/// A file that a viewer may have now.
///
/// @param fileName what he saves it as
/// @param saved whether his browser shall save it instead of showing it
/// @param stillOpen whether he still may have it; to be asked again as the bytes go out
record OpenedFile(Source source, long size, String fileName, FileType type, boolean saved, BooleanSupplier stillOpen) {

    /// Where the bytes are.
    @FunctionalInterface
    interface Source {
        SeekableByteChannel open();
    }
}
