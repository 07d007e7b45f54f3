package training.powerbi.server.media.upload;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Bytes that go on with an upload.
///
/// @param length bytes announced; -1 when not
record UploadPiece(long offset, long length, @Nullable ChunkChecksum checksum, InputStream content) {}
