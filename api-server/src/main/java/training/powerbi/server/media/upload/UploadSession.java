package training.powerbi.server.media.upload;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// An upload that was admitted: what was announced, and the ids chosen for it. Kept as a small file beside the bytes,
/// so that it can be gone on with after a restart; what older portals wrote beside it is passed over.
///
/// @param id names the upload in addresses; cannot be guessed
/// @param recordingId of the recording it becomes
/// @param duration as a person writes it; null when the file is to tell
/// @param cohortId whose students get it; null for everyone
/// @param length bytes announced; for an upload in one request as many as were counted
@JsonIgnoreProperties(ignoreUnknown = true)
record UploadSession(
        String id,
        String recordingId,
        String userId,
        int dayNumber,
        String title,
        @Nullable String duration,
        long length,
        Instant expiresAt,
        @Nullable String cohortId) {
    static final String FOLDER = "uploads";
    static final String DESCRIPTION = ".json";
    static final String BYTES = ".part";

    boolean expired(Instant now) {
        return !expiresAt.isAfter(now);
    }

    BlobName description() {
        return description(id);
    }

    static BlobName description(String id) {
        return BlobName.of(FOLDER, id + DESCRIPTION);
    }

    BlobName bytes() {
        return bytes(id);
    }

    static BlobName bytes(String id) {
        return BlobName.of(FOLDER, id + BYTES);
    }

    static PortalException unknown() {
        return new PortalException(ErrorCode.NOT_FOUND, "There is no such upload; begin a new one.");
    }
}
