package training.powerbi.server.media.upload;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.account.Standing;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.media.upload.intake.Intake;

/// Uploads in pieces. What an answer says has arrived is on the disk. An upload is its owner's alone: to anyone else
/// there is none of that id.
@Service
@PreAuthorize("hasRole('ADMIN')")
class ResumableUploads {
    /// No room, or no video: more of it would not help.
    private static final Set<ErrorCode> WHILE_ARRIVING =
            Set.of(ErrorCode.STORAGE_FULL, ErrorCode.UNSUPPORTED_MEDIA_TYPE);
    /// No video to keep, or none whose length is known.
    private static final Set<ErrorCode> ONCE_ARRIVED =
            Set.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE, ErrorCode.BAD_USER_INPUT);

    private final Admission admission;
    private final UploadSessions sessions;
    private final PieceWriter pieces;
    private final Publication publication;
    private final UploadProgress progress;
    private final OpenUploads open;
    private final Standing standing;

    ResumableUploads(
            Admission admission,
            UploadSessions sessions,
            PieceWriter pieces,
            Publication publication,
            UploadProgress progress,
            OpenUploads open,
            Standing standing) {
        this.admission = admission;
        this.sessions = sessions;
        this.pieces = pieces;
        this.publication = publication;
        this.progress = progress;
        this.open = open;
        this.standing = standing;
    }

    UploadState create(Viewer admin, UploadRequest request, long length) {
        var session = admission.admit(admin, request, length);
        sessions.keep(session);
        open.promise(session.id(), length);
        return new UploadState(session.id(), 0, length, session.expiresAt(), null, List.of());
    }

    /// Where to go on. A client that missed the last answer finds its upload finished.
    UploadState look(Viewer admin, String id) {
        var session = current(admin, id);
        if (open.isBusy(id)) {
            return progress.look(session);
        }
        try (var _ = open.begin(id)) {
            pieces.secure(session);
            return finish(admin, session);
        }
    }

    UploadState append(Viewer admin, String id, UploadPiece piece) {
        var session = current(admin, id);
        try (var _ = open.begin(id)) {
            long offset = progress.offset(session);
            if (piece.offset() != offset) {
                throw new PortalException(
                        ErrorCode.UPLOAD_OFFSET_MISMATCH,
                        "The upload goes on at byte " + offset + "; send the bytes from there.");
            }
            if (piece.length() > session.length() - offset) {
                throw Intake.pastEnd();
            }
            if (offset < session.length()) {
                orDiscard(session, WHILE_ARRIVING, () -> pieces.write(session, piece));
                requireStillAdmin(admin, session);
            }
            return finish(admin, session);
        }
    }

    /// Makes the recording once all bytes are there. The caller is the upload's one writer.
    private UploadState finish(Viewer admin, UploadSession session) {
        if (progress.isRecording(session) || progress.offset(session) < session.length()) {
            return progress.look(session);
        }
        var sha256 = open.take(session.id(), session.length());
        var video = orDiscard(
                session, ONCE_ARRIVED, () -> publication.publish(admin, session, sha256, admin.attempt(null)));
        open.forget(session.id());
        return progress.finished(session, video);
    }

    /// An upload that is refused for good is removed, and its space is given back. Any other can be gone on with.
    private <T> T orDiscard(UploadSession session, Set<ErrorCode> forGood, Supplier<T> step) {
        try {
            return step.get();
        } catch (PortalException refused) {
            if (forGood.contains(refused.code())) {
                discard(session);
            }
            throw refused;
        }
    }

    private void discard(UploadSession session) {
        open.forget(session.id());
        sessions.remove(session);
    }

    /// Whoever only signed out goes on after signing in again; an upload that nobody may go on with is removed.
    private void requireStillAdmin(Viewer admin, UploadSession session) {
        try {
            standing.requireAdmin(admin);
        } catch (PortalException over) {
            if (!standing.isActiveAdmin(admin.userId())) {
                discard(session);
            }
            throw over;
        }
    }

    /// Gives the upload up. A recording it has become stays.
    void remove(Viewer admin, String id) {
        var session = own(admin, id);
        try (var _ = open.begin(id)) {
            discard(session);
        }
    }

    private UploadSession current(Viewer admin, String id) {
        var session = own(admin, id);
        if (sessions.isOver(session) && !progress.isRecording(session)) {
            throw new PortalException(
                    ErrorCode.UPLOAD_EXPIRED, "This upload was not finished in time and is gone; begin a new one.");
        }
        return session;
    }

    private UploadSession own(Viewer admin, String id) {
        return sessions.find(id)
                .filter(session -> session.userId().equals(admin.userId()))
                .orElseThrow(UploadSession::unknown);
    }
}
