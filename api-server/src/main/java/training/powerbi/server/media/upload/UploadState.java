package training.powerbi.server.media.upload;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far an upload is.
///
/// @param recordingId of the recording it has become; null before
/// @param doubtful codecs of it that are played, though not by every browser; told from when it is the recording on
record UploadState(
        String id,
        long offset,
        long length,
        Instant expiresAt,
        @Nullable String recordingId,
        List<String> doubtful) {}
