package training.powerbi.cli.recording;

import java.time.Instant;
import training.powerbi.client.DayRecording;
import training.powerbi.model.VideoPlatform;

/// A recording as `--json` tells it.
///
/// @param isActive false when it was removed and can be restored
/// @param durationSeconds 0 when unknown
record RecordingLine(
        String recordingId,
        int dayNumber,
        String title,
        VideoPlatform platform,
        String videoUrl,
        int durationSeconds,
        Instant uploadedAt,
        int viewCount,
        boolean isActive) {

    static RecordingLine of(DayRecording recording) {
        return new RecordingLine(
                recording.recordingId(),
                recording.dayNumber(),
                recording.title(),
                recording.platform(),
                recording.videoUrl(),
                recording.durationSeconds(),
                recording.uploadedAt(),
                recording.viewCount(),
                recording.isActive());
    }

    /// How long it is, for people.
    String length() {
        if (durationSeconds == 0) {
            return "-";
        }
        int minutes = durationSeconds / 60;
        return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
