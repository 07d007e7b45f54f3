package training.powerbi.server.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What of a recording an admin edits.
record RecordingTexts(String title, VideoAddress address, Duration duration) {

    /// Those of these values that differ from `other`, by their names in the API.
    Map<String, String> differingFrom(RecordingTexts other) {
        var differing = new LinkedHashMap<>(all());
        differing.entrySet().removeAll(other.all().entrySet());
        return differing;
    }

    Map<String, String> all() {
        return Map.of("title", title, "videoUrl", address.videoUrl(), "duration", duration.toString());
    }

    RecordingRow newRow(String recordingId, int dayNumber, String adminId, Instant now, @Nullable VideoFile file) {
        return new RecordingRow(
                recordingId,
                dayNumber,
                title,
                address.videoUrl(),
                address.platform(),
                duration.toString(),
                now,
                adminId,
                0,
                true,
                file == null ? null : file.sizeBytes(),
                file == null ? null : file.sha256(),
                file == null ? null : file.mediaType(),
                file == null ? null : file.width(),
                file == null ? null : file.height(),
                null,
                null,
                1);
    }
}
