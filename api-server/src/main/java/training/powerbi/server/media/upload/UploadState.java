package training.powerbi.server.media.upload;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far an upload is.
///
/// @param recordingId of the recording it has become; null before
record UploadState(
        String id,
        long offset,
        long length,
        Instant expiresAt,
        @Nullable String recordingId) {}
