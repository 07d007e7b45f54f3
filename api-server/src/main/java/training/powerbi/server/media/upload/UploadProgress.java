package training.powerbi.server.media.upload;

import java.util.List;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.Blob;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.recording.RecordingShelf;

/// How far an upload is, told from the files and the table alone, so that it is right after a crash at any point.
@Component
class UploadProgress {
    private final BlobStore blobs;
    private final RecordingShelf shelf;
    private final Completion completion;
    private final OpenUploads open;
    private final UploadSessions sessions;

    UploadProgress(
            BlobStore blobs, RecordingShelf shelf, Completion completion, OpenUploads open, UploadSessions sessions) {
        this.blobs = blobs;
        this.shelf = shelf;
        this.completion = completion;
        this.open = open;
        this.sessions = sessions;
    }

    long offset(UploadSession session) {
        if (isRecording(session)) {
            return session.length();
        }
        return blobs.find(session.bytes())
                .or(() -> completion.moved(session.recordingId()))
                .map(Blob::size)
                .orElse(0L);
    }

    boolean isRecording(UploadSession session) {
        return shelf.find(session.recordingId()).isPresent();
    }

    /// Makes the recording once all bytes are there. The caller is the upload's one writer.
    UploadState settle(Viewer admin, UploadSession session) {
        long offset = offset(session);
        boolean finished = isRecording(session);
        if (finished || offset < session.length()) {
            return look(session);
        }
        var doubtful = complete(admin, session).warnings().stream()
                .map(UploadedVideo.Warning::codec)
                .toList();
        return state(session, offset, true, doubtful);
    }

    UploadState look(UploadSession session) {
        boolean finished = isRecording(session);
        return state(
                session, offset(session), finished, finished ? completion.doubtful(session.recordingId()) : List.of());
    }

    private UploadedVideo complete(Viewer admin, UploadSession session) {
        var sha256 = open.take(session.id(), session.length());
        try {
            var uploaded = completion.complete(admin, session, sha256, admin.attempt(null));
            open.forget(session.id());
            return uploaded;
        } catch (PortalException refused) {
            if (refused.code() == ErrorCode.UNSUPPORTED_MEDIA_TYPE || refused.code() == ErrorCode.BAD_USER_INPUT) {
                sessions.remove(session);
                open.forget(session.id());
            }
            throw refused;
        }
    }

    private static UploadState state(UploadSession session, long offset, boolean finished, List<String> doubtful) {
        return new UploadState(
                session.id(),
                offset,
                session.length(),
                session.expiresAt(),
                finished ? session.recordingId() : null,
                doubtful);
    }
}
