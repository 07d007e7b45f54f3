package training.powerbi.server.media.upload;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Set;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.digest.Digests;
import training.powerbi.server.media.upload.intake.Intake;
import training.powerbi.server.transfer.Pacing;

/// Puts a piece behind those that are there.
@Component
class PieceWriter {
    private static final Set<ErrorCode> ELSEWHERE = Set.of(ErrorCode.NOT_FOUND, ErrorCode.UPLOAD_OFFSET_MISMATCH);

    private final Intake intake;
    private final OpenUploads open;
    private final BlobStore blobs;
    private final Pacing pacing;

    PieceWriter(Intake intake, OpenUploads open, BlobStore blobs, Pacing pacing) {
        this.intake = intake;
        this.open = open;
        this.blobs = blobs;
        this.pacing = pacing;
    }

    /// Returns once the piece is on the disk. Of a piece that broke off, what arrived is kept, unless it had a
    /// checksum.
    ///
    /// @return the new offset
    /// @throws PortalException STORAGE_FULL or UNSUPPORTED_MEDIA_TYPE, among others
    long write(UploadSession session, UploadPiece piece) {
        var sha256 = piece.offset() == 0 ? Digests.sha256() : open.take(session.id(), piece.offset());
        var digests = new ArrayList<MessageDigest>();
        if (sha256 != null) {
            digests.add(sha256);
        }
        var checksum = piece.checksum();
        if (checksum != null) {
            digests.add(checksum.digest());
        }
        try (var append = blobs.append(session.bytes(), piece.offset())) {
            var destination = new Intake.Destination(append, session.length() - piece.offset(), piece.offset() == 0);
            var received = intake.receive(pacing.over(piece.content()), destination, digests);
            if (checksum != null) {
                requireWhole(received);
                checksum.verify();
            }
            long size = append.commit();
            if (sha256 != null) {
                open.keep(session.id(), new OpenUploads.Hashed(size, sha256));
            }
            open.promise(session.id(), session.length() - size);
            requireWhole(received);
            return size;
        }
    }

    /// Sees to it that what is there is on the disk, for an upload another process wrote to. If that is still at work,
    /// or has just finished it, there is nothing to do.
    void secure(UploadSession session) {
        blobs.find(session.bytes()).ifPresent(blob -> {
            try (var append = blobs.append(session.bytes(), blob.size())) {
                append.commit();
            } catch (PortalException e) {
                if (!ELSEWHERE.contains(e.code())) {
                    throw e;
                }
            }
        });
    }

    private static void requireWhole(Intake.Received received) {
        if (!received.whole()) {
            throw UploadPiece.brokeOff(null);
        }
    }
}
