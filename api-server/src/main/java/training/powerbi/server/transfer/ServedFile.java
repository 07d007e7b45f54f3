package training.powerbi.server.transfer;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.Blob;

/// A file that someone may have.
///
/// @param etag of bytes that never change, for which ranges may be asked; null: there are none, and the container may
/// compress them
/// @param longestOpen as many bytes at most answer a range without an end
/// @param allowed whether they still may have it, asked again while bytes go out
public record ServedFile(
        Blob blob, String mediaType, @Nullable String etag, long longestOpen, BooleanSupplier allowed) {

    /// A file for players: they come back for the rest of a range without an end, and the lock is looked at again.
    public static ServedFile played(Blob blob, String mediaType, String etag, BooleanSupplier allowed) {
        return new ServedFile(blob, mediaType, etag, FileAnswer.BREATH, allowed);
    }

    /// A file for those that save it, and that would take a shorter answer for the whole.
    public static ServedFile saved(Blob blob, String mediaType, @Nullable String etag, BooleanSupplier allowed) {
        return new ServedFile(blob, mediaType, etag, Long.MAX_VALUE, allowed);
    }
}
