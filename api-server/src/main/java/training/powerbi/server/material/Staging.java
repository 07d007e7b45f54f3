package training.powerbi.server.material;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.account.Standing;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.digest.Digests;
import training.powerbi.server.limit.UploadCount;
import training.powerbi.server.material.file.FileName;
import training.powerbi.server.transfer.FileSpace;
import training.powerbi.server.transfer.Pacing;
import training.powerbi.server.transfer.SentText;
import training.powerbi.server.transfer.UploadForm;

/// Where uploaded files wait until they are checked. What is not taken from here is deleted with its upload, or at
/// the next start.
final class Staging {
    static final String FOLDER = "staging";
    private static final int BUFFER = 64 * 1024;
    /// How often it is asked whether the disk has room left.
    private static final int SPACE_STEP = 4 * 1024 * 1024;
    private static final int LONGEST_FIELD = 4_096;

    private final BlobStore blobs;
    private final FileSpace space;
    private final Pacing pacing;
    private final Standing standing;
    private final UploadCount count;

    Staging(BlobStore blobs, FileSpace space, Pacing pacing, Standing standing, UploadCount count) {
        this.blobs = blobs;
        this.space = space;
        this.pacing = pacing;
        this.standing = standing;
        this.count = count;
    }

    /// A file that arrived whole and is on the disk.
    final class StagedUpload implements AutoCloseable {
        private final BlobName blob = BlobName.of(FOLDER, UUID.randomUUID().toString());
        private @Nullable FileName fileName;
        private @Nullable String title;
        private long size;
        private String sha256 = "";

        BlobName blob() {
            return blob;
        }

        FileName fileName() {
            return fileName == null ? FileName.of(null) : fileName;
        }

        /// The field `title` as it was sent, else the file's name without its extension.
        String title() {
            var name = fileName().name();
            int dot = name.lastIndexOf('.');
            return title != null ? title : dot > 0 ? name.substring(0, dot) : name;
        }

        long size() {
            return size;
        }

        /// Of the bytes, in hex.
        String sha256() {
            return sha256;
        }

        @Override
        public void close() {
            blobs.delete(blob);
        }
    }

    /// Reads the form to its end, and then whether its sender may upload still. Close what it returns.
    ///
    /// @param limit largest file in bytes, if it is lower than what the portal takes at all
    /// @throws PortalException BAD_USER_INPUT when the form has no file, TOO_LARGE, STORAGE_FULL,
    /// TOO_MANY_REQUESTS when the sender has too many unfinished uploads
    StagedUpload receive(Viewer admin, UploadForm form, long limit) {
        var upload = new StagedUpload();
        try (var _ = count.begin(admin.userId())) {
            for (var part = form.next(pacing); part != null; part = form.next(pacing)) {
                take(upload, part, Math.min(limit, space.mostBytes()));
            }
            if (upload.fileName == null) {
                throw PortalException.badInput("file", "The form has no file; send it in a part called file.");
            }
            standing.requireAdmin(admin);
            return upload;
        } catch (IOException cutOff) {
            upload.close();
            throw UploadForm.unreadable(cutOff);
        } catch (RuntimeException failed) {
            upload.close();
            throw failed;
        }
    }

    private void take(StagedUpload upload, UploadForm.Part part, long limit) throws IOException {
        var name = part.fileName();
        if (part.name().equals("file") && name != null && upload.fileName == null) {
            if (name.indexOf('\uFFFD') >= 0) {
                throw PortalException.badInput("file", "The name of the file is not in UTF-8; send it so.");
            }
            var digest = Digests.sha256();
            upload.size = store(upload.blob(), new DigestInputStream(part.content(), digest), limit);
            upload.sha256 = HexFormat.of().formatHex(digest.digest());
            upload.fileName = FileName.of(name);
        } else if (part.name().equals("title") && name == null) {
            upload.title = text(part.content());
        } else {
            throw PortalException.badInput("file", "The form has one part called file, and a title if you like.");
        }
    }

    private long store(BlobName name, InputStream bytes, long limit) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (var blob = blobs.append(name, 0)) {
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                if (size / SPACE_STEP != (size + count) / SPACE_STEP || size == 0) {
                    requireSpace();
                }
                size += count;
                if (size > limit) {
                    throw new PortalException(
                            ErrorCode.TOO_LARGE,
                            "The file is larger than " + (limit >> 20) + " MiB; send a smaller one.");
                }
                blob.write(ByteBuffer.wrap(buffer, 0, count));
            }
            blob.commit();
        }
        if (size == 0) {
            throw PortalException.badInput("file", "The file is empty.");
        }
        return size;
    }

    private void requireSpace() {
        if (space.left() < SPACE_STEP) {
            throw new PortalException(ErrorCode.STORAGE_FULL, "The portal's disk is full; tell its operator.");
        }
    }

    private static String text(InputStream bytes) throws IOException {
        byte[] text = bytes.readNBytes(LONGEST_FIELD + 1);
        if (text.length > LONGEST_FIELD) {
            throw PortalException.badInput("title", "The title is too long.");
        }
        return SentText.of("title", text);
    }
}
