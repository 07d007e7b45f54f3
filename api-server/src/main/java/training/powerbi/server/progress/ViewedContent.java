package training.powerbi.server.progress;

import java.time.Instant;
import java.util.LinkedHashMap;
import org.springframework.stereotype.Component;
import training.powerbi.model.ContentType;
import training.powerbi.server.access.DayAccess;
import training.powerbi.server.recording.RecordingCatalog;

/// What a row of progress becomes when slides or recordings count as seen.
@Component
class ViewedContent {
    private final PlaybackFormat format;
    private final RecordingCatalog catalog;
    private final DayAccess access;

    ViewedContent(PlaybackFormat format, RecordingCatalog catalog, DayAccess access) {
        this.format = format;
        this.catalog = catalog;
        this.access = access;
    }

    /// RECORDING stands for all of the day that are active now.
    UserProgressRow add(ContentType type, UserProgressRow before, Instant now) {
        var lengths = catalog.lengths(before.dayNumber(), access.cohortOf(before.userId()));
        var played = new LinkedHashMap<>(format.read(before.playback()));
        if (type == ContentType.RECORDING) {
            lengths.forEach(recording -> played.put(
                    recording.recordingId(),
                    played.getOrDefault(recording.recordingId(), Playback.NOTHING)
                            .wholly(recording.seconds())));
        }
        boolean presentation = before.viewedPresentation() || type == ContentType.PRESENTATION;
        return before.seen(presentation, format.write(played), Completion.of(presentation, played, lengths), now);
    }
}
