package training.powerbi.server.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Checksums of the kinds that every Java platform has.
public final class Digests {
    private Digests() {}

    public static MessageDigest sha256() {
        return of("SHA-256");
    }

    /// Of a text in UTF-8.
    public static byte[] sha256(String text) {
        return sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Of a text in UTF-8, in hexadecimal digits of lower case.
    public static String hexSha256(String text) {
        return HexFormat.of().formatHex(sha256(text));
    }

    /// A checksum that is to be fed.
    ///
    /// @param algorithm `SHA-1` or `SHA-256`; nothing that a client chose freely
    public static MessageDigest of(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has " + algorithm, e);
        }
    }
}
