package training.powerbi.lakehouse.backup;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 as text.
final class Sum {
    private Sum() {}

    static String of(byte[] bytes) {
        return text(digest().digest(bytes));
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has it", e);
        }
    }

    static String text(byte[] sum) {
        return HexFormat.of().formatHex(sum);
    }
}
