package training.powerbi.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A recorded session of a day.
///
/// @param videoUrl address a person opens
/// @param embedUrl address an iframe may load, for platforms that have one
/// @param streamUrl short-lived address of bytes kept by the portal
/// @param duration ISO-8601 duration
/// @param editVersion grows with each change an admin makes to the recording; views leave it alone
/// @param cohortId the run of the course it belongs to; null when it is everyone's
public record Recording(
        String recordingId,
        int dayNumber,
        String title,
        VideoPlatform platform,
        String videoUrl,
        @Nullable String embedUrl,
        @Nullable String streamUrl,
        String duration,
        int durationSeconds,
        Instant uploadedAt,
        int viewCount,
        boolean isActive,
        int editVersion,
        long revision,
        @Nullable String cohortId) {}
