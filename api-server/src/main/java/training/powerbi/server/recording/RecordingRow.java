package training.powerbi.server.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.Recording;
import training.powerbi.model.VideoPlatform;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.lakehouse.Index;
import training.powerbi.server.lakehouse.TableDefinition;

/// A row of `recordings`.
///
/// @param duration ISO-8601; other programs may write it as people do
record RecordingRow(
        String recordingId,
        int dayNumber,
        String title,
        String videoUrl,
        VideoPlatform platform,
        String duration,
        Instant uploadedAt,
        @Nullable String uploadedBy,
        int viewCount,
        boolean isActive) {

    static final Index<RecordingRow> BY_DAY = new Index<>("day", RecordingRow::dayNumber);
    static final TableDefinition<String, RecordingRow> DEFINITION = TableDefinition.of(
                    "recordings", RecordingRow.class, RecordingRow::recordingId)
            .indexed(BY_DAY)
            .ruled(RecordingRow::problem)
            .countedInRevision();

    private static Optional<String> problem(RecordingRow row) {
        try {
            row.length();
            VideoAddress.parse(row.videoUrl());
            return Optional.empty();
        } catch (PortalException notOurs) {
            return Optional.of(notOurs.sentence());
        }
    }

    Duration length() {
        return SpokenDuration.parse(duration);
    }

    RecordingRow with(RecordingTexts texts) {
        return new RecordingRow(
                recordingId,
                dayNumber,
                texts.title(),
                texts.address().videoUrl(),
                texts.address().platform(),
                texts.duration().toString(),
                uploadedAt,
                uploadedBy,
                viewCount,
                isActive);
    }

    RecordingRow active(boolean active) {
        return new RecordingRow(
                recordingId, dayNumber, title, videoUrl, platform, duration, uploadedAt, uploadedBy, viewCount, active);
    }

    RecordingRow viewedOnceMore() {
        return new RecordingRow(
                recordingId,
                dayNumber,
                title,
                videoUrl,
                platform,
                duration,
                uploadedAt,
                uploadedBy,
                viewCount + 1,
                isActive);
    }

    RecordingTexts texts() {
        return new RecordingTexts(title, VideoAddress.parse(videoUrl), length());
    }

    Recording show(long revision) {
        var length = length();
        return new Recording(
                recordingId,
                dayNumber,
                title,
                platform,
                videoUrl,
                VideoAddress.parse(videoUrl).embedUrl(),
                null,
                length.toString(),
                Math.toIntExact(length.toSeconds()),
                uploadedAt,
                viewCount,
                isActive,
                revision);
    }
}
