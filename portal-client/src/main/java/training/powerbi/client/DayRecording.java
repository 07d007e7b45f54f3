package training.powerbi.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.Caption;
import training.powerbi.model.VideoPlatform;

/// A recording with all a trainer may see of it.
///
/// @param videoUrl address a person opens
/// @param embedUrl address an iframe may load, for platforms that have one
/// @param streamUrl short-lived path of bytes the portal keeps
/// @param durationSeconds 0 when unknown
/// @param cohortId the run of the course it belongs to; null when it is everyone's
/// @param editVersion sent back with an edit, so that nobody's change is overwritten unseen
public record DayRecording(
        String recordingId,
        int dayNumber,
        String title,
        VideoPlatform platform,
        String videoUrl,
        @Nullable String embedUrl,
        @Nullable String streamUrl,
        int durationSeconds,
        Instant uploadedAt,
        @Nullable Person uploadedBy,
        int viewCount,
        boolean isActive,
        int editVersion,
        long revision,
        List<Caption> captions,
        @Nullable String cohortId) {

    public DayRecording {
        captions = List.copyOf(captions);
    }
}
