package training.powerbi.server.media.upload;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Bytes that go on with an upload.
///
/// @param length bytes announced; -1 when not
record UploadPiece(long offset, long length, @Nullable ChunkChecksum checksum, InputStream content) {

    static PortalException brokeOff(@Nullable Throwable cause) {
        var sentence = "The request broke off; ask for the upload's offset and go on there.";
        return cause == null
                ? new PortalException(ErrorCode.BAD_USER_INPUT, sentence)
                : new PortalException(ErrorCode.BAD_USER_INPUT, sentence, cause);
    }
}
