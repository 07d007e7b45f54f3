package training.powerbi.server.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;

/// Sixteen letters and digits that cannot be mistaken for one another: 80 random bits.
///
/// @param letters without separators, in upper case
record InviteCode(String letters) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    static InviteCode random() {
        return new InviteCode(RANDOM.ints(16, 0, ALPHABET.length())
                .mapToObj(i -> ALPHABET.substring(i, i + 1))
                .collect(Collectors.joining()));
    }

    /// As a person typed it.
    static InviteCode typed(String text) {
        return new InviteCode(text.replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1'));
    }

    String text() {
        return letters.replaceAll("(.{4})(?!$)", "$1-");
    }

    /// Names the invite in the audit log without admitting anyone.
    String label() {
        return "invite-" + hash().substring(0, 8);
    }

    String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(letters.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return label();
    }
}
