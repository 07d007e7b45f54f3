package training.powerbi.server.media.upload;

import java.util.List;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.Blob;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.server.recording.RecordingShelf;

/// How far an upload is, told from the files and the table alone, so that it is right after a crash at any point.
@Component
class UploadProgress {
    private final BlobStore blobs;
    private final RecordingShelf shelf;
    private final Publication publication;

    UploadProgress(BlobStore blobs, RecordingShelf shelf, Publication publication) {
        this.blobs = blobs;
        this.shelf = shelf;
        this.publication = publication;
    }

    long offset(UploadSession session) {
        if (isRecording(session)) {
            return session.length();
        }
        return blobs.find(session.bytes())
                .or(() -> publication.moved(session.recordingId()))
                .map(Blob::size)
                .orElse(0L);
    }

    boolean isRecording(UploadSession session) {
        return shelf.find(session.recordingId()).isPresent();
    }

    /// Where to go on, or which recording it has become.
    UploadState look(UploadSession session) {
        boolean finished = isRecording(session);
        return state(
                session, offset(session), finished, finished ? publication.doubtful(session.recordingId()) : List.of());
    }

    /// What has just become a recording.
    UploadState finished(UploadSession session, UploadedVideo video) {
        var doubtful =
                video.warnings().stream().map(UploadedVideo.Warning::codec).toList();
        return state(session, session.length(), true, doubtful);
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
