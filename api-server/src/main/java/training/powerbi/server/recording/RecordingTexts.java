package training.powerbi.server.recording;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

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
}
