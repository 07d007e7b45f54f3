package training.powerbi.server.progress;

import java.util.Collection;
import java.util.Map;
import training.powerbi.server.recording.RecordingCatalog.Length;

/// How complete a day is: 40 % for the presentation, 60 % for the watched part of its recordings; without
/// recordings the presentation is all of it. Nothing a student does lowers it; a recording added to the day does.
///
/// @param percentage 0 to 100
/// @param recordingsSeen from 90 % of their seconds on
record Completion(float percentage, boolean recordingsSeen) {
    private static final double PRESENTATION = 40;
    private static final double RECORDINGS = 60;
    private static final double SEEN_FROM = 0.9;

    static Completion of(boolean presentation, Map<String, Playback> played, Collection<Length> recordings) {
        long total = recordings.stream().mapToLong(Length::seconds).sum();
        if (total == 0) {
            return new Completion(presentation ? 100 : 0, false);
        }
        long watched = recordings.stream()
                .mapToLong(recording -> played.getOrDefault(recording.recordingId(), Playback.NOTHING)
                        .watched()
                        .secondsBelow(recording.seconds()))
                .sum();
        double coverage = (double) watched / total;
        double percentage = (presentation ? PRESENTATION : 0) + RECORDINGS * coverage;
        return new Completion((float) (Math.round(percentage * 100) / 100.0), coverage >= SEEN_FROM);
    }
}
