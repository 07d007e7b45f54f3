package training.powerbi.server.media.upload;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.digest.Digests;

/// The checksum a client announced for the bytes of one request (`Upload-Checksum` of tus).
final class ChunkChecksum {
    static final String ALGORITHMS = "sha1,sha256";
    private static final Map<String, String> NAMES = Map.of("sha1", "SHA-1", "sha256", "SHA-256");

    private final MessageDigest digest;
    private final byte[] expected;

    private ChunkChecksum(MessageDigest digest, byte[] expected) {
        this.digest = digest;
        this.expected = expected;
    }

    /// Null when there is no such header.
    ///
    /// @throws PortalException BAD_USER_INPUT when it is not understood
    static @Nullable ChunkChecksum parse(@Nullable String header) {
        if (header == null) {
            return null;
        }
        var words = header.strip().split(" ", 2);
        var name = NAMES.get(words[0]);
        if (name == null || words.length < 2) {
            throw PortalException.badInput(
                    "Upload-Checksum",
                    "The Upload-Checksum is one of " + ALGORITHMS + ", a blank, and the sum in Base64.");
        }
        try {
            return new ChunkChecksum(Digests.of(name), Base64.getDecoder().decode(words[1].strip()));
        } catch (IllegalArgumentException e) {
            throw PortalException.badInput("Upload-Checksum", "The sum in Upload-Checksum is not Base64.");
        }
    }

    /// To be updated with what arrives.
    MessageDigest digest() {
        return digest;
    }

    /// @throws PortalException CHECKSUM_MISMATCH
    void verify() {
        if (!MessageDigest.isEqual(digest.digest(), expected)) {
            throw new PortalException(
                    ErrorCode.CHECKSUM_MISMATCH,
                    "What arrived is not what was sent; these bytes were dropped. Send them again.");
        }
    }
}
