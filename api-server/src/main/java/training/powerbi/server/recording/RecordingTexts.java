package training.powerbi.server.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import training.powerbi.server.recording.address.VideoAddress;

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
        var row = new RecordingRowBuilder()
                .recordingId(recordingId)
                .dayNumber(dayNumber)
                .title(title)
                .videoUrl(address.videoUrl())
                .platform(address.platform())
                .duration(duration.toString())
                .uploadedAt(now)
                .uploadedBy(adminId)
                .viewCount(0)
                .isActive(true)
                .editVersion(1)
                .build();
        return file == null ? row : row.with(file);
    }
}
