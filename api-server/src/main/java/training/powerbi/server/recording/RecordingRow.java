package training.powerbi.server.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.Index;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.model.Recording;
import training.powerbi.model.VideoPlatform;
import training.powerbi.model.error.PortalException;

/// A row of `recordings`.
///
/// @param duration ISO-8601; other programs may write it as people do
/// @param sizeBytes this and the next four: of a file the portal keeps; null for recordings kept elsewhere
/// @param deletedAt when an admin deleted it; its file goes after a time of grace
/// @param purgedAt when its file went
/// @param editVersion null in rows that an older portal or another program wrote
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
        boolean isActive,
        @Nullable Long sizeBytes,
        @Nullable String sha256,
        @Nullable String mediaType,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Instant deletedAt,
        @Nullable Instant purgedAt,
        @Nullable Integer editVersion) {

    static final Index<RecordingRow> BY_DAY = new Index<>("day", RecordingRow::dayNumber);
    static final TableDefinition<String, RecordingRow> DEFINITION = TableDefinition.of(
                    "recordings", RecordingRow.class, RecordingRow::recordingId)
            .indexed(BY_DAY)
            .ruled(RecordingRow::problem)
            .countedInRevision();

    private static Optional<String> problem(RecordingRow row) {
        try {
            row.length();
            row.address();
            return Optional.empty();
        } catch (PortalException notOurs) {
            return Optional.of(notOurs.sentence());
        }
    }

    Duration length() {
        return SpokenDuration.parse(duration);
    }

    private VideoAddress address() {
        return platform == VideoPlatform.UPLOAD ? VideoAddress.ofDay(dayNumber) : VideoAddress.stored(videoUrl);
    }

    /// What the portal keeps of it; empty for recordings kept elsewhere.
    Optional<VideoFile> file() {
        return sizeBytes == null || sha256 == null || mediaType == null
                ? Optional.empty()
                : Optional.of(new VideoFile(sizeBytes, sha256, mediaType, width, height));
    }

    int editVersionOrFirst() {
        return editVersion == null ? 1 : editVersion;
    }

    RecordingRow with(RecordingTexts texts) {
        var address = texts.address();
        return new RecordingRow(
                recordingId,
                dayNumber,
                texts.title(),
                address.videoUrl(),
                address.platform(),
                texts.duration().toString(),
                uploadedAt,
                uploadedBy,
                viewCount,
                isActive,
                sizeBytes,
                sha256,
                mediaType,
                width,
                height,
                deletedAt,
                purgedAt,
                editVersionOrFirst() + 1);
    }

    /// Shown or hidden. What is shown again is not to be deleted any more.
    RecordingRow active(boolean active) {
        return with(viewCount, active, active ? null : deletedAt, purgedAt, editVersionOrFirst() + 1);
    }

    RecordingRow viewedOnceMore() {
        return with(viewCount + 1, isActive, deletedAt, purgedAt, editVersion);
    }

    RecordingRow deleted(Instant at) {
        return with(viewCount, false, at, purgedAt, editVersionOrFirst() + 1);
    }

    RecordingRow purged(Instant at) {
        return with(viewCount, false, deletedAt, at, editVersion);
    }

    private RecordingRow with(
            int newViewCount,
            boolean active,
            @Nullable Instant newDeletedAt,
            @Nullable Instant newPurgedAt,
            @Nullable Integer newEditVersion) {
        return new RecordingRow(
                recordingId,
                dayNumber,
                title,
                videoUrl,
                platform,
                duration,
                uploadedAt,
                uploadedBy,
                newViewCount,
                active,
                sizeBytes,
                sha256,
                mediaType,
                width,
                height,
                newDeletedAt,
                newPurgedAt,
                newEditVersion);
    }

    RecordingTexts texts() {
        return new RecordingTexts(title, address(), length());
    }

    Recording show(long revision) {
        var length = length();
        return new Recording(
                recordingId,
                dayNumber,
                title,
                platform,
                videoUrl,
                address().embedUrl(),
                null,
                length.toString(),
                Math.toIntExact(length.toSeconds()),
                uploadedAt,
                viewCount,
                isActive,
                editVersionOrFirst(),
                revision);
    }
}
