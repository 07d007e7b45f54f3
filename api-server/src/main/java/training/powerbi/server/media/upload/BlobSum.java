package training.powerbi.server.media.upload;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import training.powerbi.lakehouse.Blob;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.digest.Digests;

/// The checksum over a whole file.
final class BlobSum {
    private static final int BUFFER = 256 * 1024;

    private BlobSum() {}

    /// Of what is on the disk: for uploads whose beginning another process received.
    static MessageDigest of(Blob blob) {
        var digest = Digests.sha256();
        var buffer = ByteBuffer.allocate(BUFFER);
        try (var channel = blob.open()) {
            while (channel.read(buffer) >= 0) {
                digest.update(buffer.flip());
                buffer.clear();
            }
        } catch (IOException e) {
            throw new PortalException(
                    ErrorCode.STORAGE_UNAVAILABLE, "The store cannot be read at the moment. Try again later.", e);
        }
        return digest;
    }
}
