package training.powerbi.server.media.upload;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.digest.Digests;
import training.powerbi.server.limit.UploadCount;
import training.powerbi.server.media.upload.intake.Intake;
import training.powerbi.server.transfer.Pacing;
import training.powerbi.server.transfer.SentText;
import training.powerbi.server.transfer.UploadForm;

/// Uploads in one request. The file goes straight to where it stays until it is complete; when anything is wrong, it
/// is gone before the answer.
@Service
@PreAuthorize("hasRole('ADMIN')")
class SingleUploads {
    /// Room for the other fields of the form, and its boundaries.
    private static final long FORM = 64 * 1024;
    private static final int LONGEST_FIELD = 4 * 1024;

    private final Admission admission;
    private final Intake intake;
    private final Publication publication;
    private final OpenUploads open;
    private final UploadCount count;
    private final BlobStore blobs;
    private final Pacing pacing;

    SingleUploads(
            Admission admission,
            Intake intake,
            Publication publication,
            OpenUploads open,
            UploadCount count,
            BlobStore blobs,
            Pacing pacing) {
        this.admission = admission;
        this.intake = intake;
        this.publication = publication;
        this.open = open;
        this.count = count;
        this.blobs = blobs;
        this.pacing = pacing;
    }

    /// Returns once the recording is there.
    ///
    /// @param attempt with whose key the same upload, sent again, makes no second recording
    /// @throws PortalException BAD_USER_INPUT, among others, when the key belongs to something else
    UploadedVideo upload(Viewer admin, Attempt attempt, UploadForm form) {
        long announced = form.length();
        if (announced - FORM > admission.mostBytes()) {
            throw admission.tooLarge();
        }
        admission.checkSpace(Math.max(announced, 0));
        var id = Admission.newId();
        try (var _ = count.begin(admin.userId());
                var _ = open.begin(id)) {
            open.promise(id, Math.max(announced, 0));
            try {
                var arrived = receive(admin, id, form);
                return publication.publish(admin, arrived.session(), arrived.sha256(), attempt);
            } catch (IOException e) {
                throw UploadForm.unreadable(e);
            } finally {
                blobs.delete(UploadSession.bytes(id));
            }
        } finally {
            open.forget(id);
        }
    }

    private record Arrived(UploadSession session, MessageDigest sha256) {}

    private Arrived receive(Viewer admin, String id, UploadForm form) throws IOException {
        var words = new HashMap<String, String>();
        var digest = Digests.sha256();
        var declared = "";
        long size = -1;
        try (var append = blobs.append(UploadSession.bytes(id), 0)) {
            for (var part = form.next(pacing); part != null; part = form.next(pacing)) {
                if (!part.name().equals("file")) {
                    read(part, words);
                    continue;
                }
                if (size >= 0) {
                    throw PortalException.badInput("file", "Send one file at a time.");
                }
                declared = part.mediaType();
                if (words.containsKey("dayNumber") && words.containsKey("title")) {
                    admission.checkWords(admin, UploadRequest.of(words, declared));
                }
                var destination = new Intake.Destination(append, admission.mostBytes(), true);
                var received = intake.receive(part.content(), destination, List.of(digest));
                if (!received.whole()) {
                    throw UploadForm.brokeOff();
                }
                size = received.bytes();
            }
            if (size < 0) {
                throw PortalException.badInput("file", "file is missing.");
            }
            var session = admission.session(id, admin, UploadRequest.of(words, declared), size);
            append.commit();
            return new Arrived(session, digest);
        }
    }

    private static void read(UploadForm.Part part, Map<String, String> words) throws IOException {
        UploadRequest.requireKnown(part.name());
        words.put(part.name(), text(part.name(), part.content()));
    }

    private static String text(String field, InputStream content) throws IOException {
        var bytes = content.readNBytes(LONGEST_FIELD + 1);
        if (bytes.length > LONGEST_FIELD) {
            throw PortalException.badInput(field, "The " + field + " is too long.");
        }
        return SentText.of(field, bytes);
    }
}
