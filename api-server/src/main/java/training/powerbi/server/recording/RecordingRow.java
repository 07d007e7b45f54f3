package training.powerbi.server.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.Index;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.model.Recording;
import training.powerbi.model.VideoPlatform;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.access.Cohorts;
import training.powerbi.server.audit.Change.Edit;
import training.powerbi.server.audit.Entry;
import training.powerbi.server.recording.address.VideoAddress;

/// A row of `recordings`.
///
/// @param duration ISO-8601; other programs may write it as people do
/// @param sizeBytes this and the next four: of a file the portal keeps; null for recordings kept elsewhere
/// @param deletedAt when an admin deleted it; its file goes after a time of grace
/// @param purgedAt when its file went
/// @param cohortId the run of the course it belongs to; null when it is everyone's
/// @param editVersion null in rows that an older portal or another program wrote
@Value.Builder
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
        @Nullable Integer editVersion,
        @Nullable String cohortId)
        implements WithRecordingRow {

    /// Under which the audit log says whether the file is to go.
    static final String DELETED = "deleted";

    static final Index<RecordingRow> BY_DAY = new Index<>("day", RecordingRow::dayNumber);
    static final TableDefinition<String, RecordingRow> DEFINITION = TableDefinition.of(
                    "recordings", RecordingRow.class, RecordingRow::recordingId)
            .indexed(BY_DAY)
            .ruled(RecordingRow::problem)
            .countedInRevision()
            .stamped(RecordingRow::uploadedAt);

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

    /// Whether students of that cohort get it.
    boolean isFor(String cohort) {
        return cohortId == null || cohortId.equals(cohort);
    }

    int editVersionOrFirst() {
        return editVersion == null ? 1 : editVersion;
    }

    RecordingRow with(RecordingTexts texts) {
        var address = texts.address();
        return edited().withTitle(texts.title())
                .withVideoUrl(address.videoUrl())
                .withPlatform(address.platform())
                .withDuration(texts.duration().toString());
    }

    /// With other texts, and what the audit log says of it.
    Edit<RecordingRow> edited(RecordingTexts after) {
        var before = texts();
        return new Edit<>(
                with(after),
                new Entry(
                        dayNumber,
                        audited(cohortId),
                        recordingId,
                        before.differingFrom(after),
                        after.differingFrom(before)));
    }

    /// The same recording with the file that the portal keeps of it.
    RecordingRow with(VideoFile file) {
        return withSizeBytes(file.sizeBytes())
                .withSha256(file.sha256())
                .withMediaType(file.mediaType())
                .withWidth(file.width())
                .withHeight(file.height());
    }

    /// Shown or hidden. What is shown again is not to be deleted any more.
    RecordingRow active(boolean active) {
        return edited().withIsActive(active).withDeletedAt(active ? null : deletedAt);
    }

    /// What the audit log says when it is shown, hidden or deleted.
    Entry entry(RecordingRow after) {
        return new Entry(dayNumber, audited(cohortId), recordingId, visibility(after), after.visibility(this));
    }

    private Map<String, Boolean> visibility(RecordingRow other) {
        boolean deleted = deletedAt != null;
        return deleted == (other.deletedAt() != null)
                ? Map.of("isActive", isActive)
                : Map.of("isActive", isActive, DELETED, deleted);
    }

    /// As the audit log has it: null for `main`, as for what is everyone's.
    static @Nullable String audited(@Nullable String cohortId) {
        return Cohorts.MAIN.equals(cohortId) ? null : cohortId;
    }

    RecordingRow viewedOnceMore() {
        return withViewCount(viewCount + 1);
    }

    RecordingRow deleted(Instant at) {
        return edited().withIsActive(false).withDeletedAt(at);
    }

    RecordingRow purged(Instant at) {
        return withIsActive(false).withPurgedAt(at);
    }

    private RecordingRow edited() {
        return withEditVersion(editVersionOrFirst() + 1);
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
                revision,
                cohortId);
    }
}
