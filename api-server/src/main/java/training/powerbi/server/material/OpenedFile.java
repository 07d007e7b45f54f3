package training.powerbi.server.material;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.Blob;
import training.powerbi.server.material.file.FileType;
import training.powerbi.server.transfer.ServedFile;

/// A file that a viewer may have now.
///
/// @param fileName what they save it as
/// @param saved whether their browser shall save it instead of showing it
record OpenedFile(String fileName, boolean saved, ServedFile served) {

    /// @param allowed whether they still may have it
    static OpenedFile of(Blob blob, String fileName, boolean saved, BooleanSupplier allowed) {
        var type = FileType.of(fileName);
        return new OpenedFile(fileName, saved, ServedFile.saved(blob, type.mediaType(), etag(blob, type), allowed));
    }

    /// Strong: the bytes under an id never change, and an address is of one id.
    private static @Nullable String etag(Blob blob, FileType type) {
        return type.compressed()
                ? null
                : '"' + Long.toHexString(blob.writtenAt().toEpochMilli()) + '-' + Long.toHexString(blob.size()) + '"';
    }
}
