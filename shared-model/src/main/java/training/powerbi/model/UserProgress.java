package training.powerbi.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far one student is with one day.
///
/// @param completionPercentage 0 to 100, of the recordings active now; a recording added to the day lowers it
/// @param lastAccessed null when the day was never touched
public record UserProgress(
        String userId,
        int dayNumber,
        boolean viewedPresentation,
        boolean viewedRecording,
        double completionPercentage,
        @Nullable Instant lastAccessed,
        List<ResumePosition> resumePositions,
        long revision) {

    public UserProgress {
        resumePositions = List.copyOf(resumePositions);
    }

    /// Where the student stopped in a recording.
    public record ResumePosition(String recordingId, int positionSeconds) {}
}
