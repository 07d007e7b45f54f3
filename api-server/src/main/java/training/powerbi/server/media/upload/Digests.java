package training.powerbi.server.media.upload;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import training.powerbi.lakehouse.Blob;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Checksums over whole files.
final class Digests {
    private static final int BUFFER = 256 * 1024;

    private Digests() {}

    static MessageDigest sha256() {
        return of("SHA-256");
    }

    static MessageDigest of(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has " + algorithm, e);
        }
    }

    /// Of what is on the disk: for uploads whose beginning another process received.
    static MessageDigest sha256(Blob blob) {
        var digest = sha256();
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
