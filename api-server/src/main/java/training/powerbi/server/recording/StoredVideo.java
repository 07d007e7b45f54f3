package training.powerbi.server.recording;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A recording whose bytes the portal keeps, hidden ones too. Whether a caller may see it is not decided here.
///
/// @param cohortId whose students get it; null for everyone
/// @param deletedAt when an admin deleted it; null while it is kept
/// @param purged whether its bytes are no longer needed
public record StoredVideo(
        String recordingId,
        int dayNumber,
        @Nullable String cohortId,
        boolean active,
        VideoFile file,
        @Nullable Instant deletedAt,
        boolean purged) {}
