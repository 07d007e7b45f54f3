package training.powerbi.server.caption;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.Index;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.server.curriculum.StoredFile;

/// A row of `captions`: one language of one recording.
///
/// @param captionId recording and language, parted by a blank
/// @param url `Files/…`; a new file each time the captions are replaced
record CaptionRow(
        String captionId,
        String recordingId,
        int dayNumber,
        String language,
        String label,
        String url,
        long sizeBytes,
        Instant uploadedAt,
        @Nullable String uploadedBy) {

    static final String FOLDER = "captions";
    static final Index<CaptionRow> BY_RECORDING = new Index<>("recording", CaptionRow::recordingId);
    static final TableDefinition<String, CaptionRow> DEFINITION = TableDefinition.of(
                    "captions", CaptionRow.class, CaptionRow::captionId)
            .indexed(BY_RECORDING)
            .countedInRevision();

    static String id(String recordingId, String language) {
        return recordingId + " " + language;
    }

    static BlobName blob(String fileId) {
        return BlobName.of(FOLDER, fileId + ".vtt");
    }

    BlobName blob() {
        return new BlobName(StoredFile.blob(url));
    }

    /// For the audit log.
    Map<String, Object> all() {
        return Map.of("language", language, "label", label, "sizeBytes", sizeBytes);
    }
}
