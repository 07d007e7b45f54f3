package training.powerbi.server.account.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import training.powerbi.server.digest.Digests;

/// An opaque refresh token: a handle that stays with the session, and a secret of 256 random bits that changes
/// with each use. The session's id is derived from the handle, so that an old token still finds its session
/// (to end it) while nobody who merely knows the id, which access tokens carry, can make up such a token.
record RefreshToken(String handle, String secret) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{22})([A-Za-z0-9_-]{43})");

    static RefreshToken first() {
        return new RefreshToken(random(16), random(32));
    }

    static Optional<RefreshToken> parse(String text) {
        var match = FORM.matcher(text);
        return match.matches() ? Optional.of(new RefreshToken(match.group(1), match.group(2))) : Optional.empty();
    }

    RefreshToken next() {
        return new RefreshToken(handle, random(32));
    }

    String sessionId() {
        return hash(handle).substring(0, 22);
    }

    String hash() {
        return hash(secret);
    }

    boolean hashesTo(String other) {
        return MessageDigest.isEqual(
                hash().getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    String text() {
        return handle + secret;
    }

    @Override
    public String toString() {
        return "RefreshToken[" + sessionId() + ']';
    }

    private static String random(int bytes) {
        var value = new byte[bytes];
        RANDOM.nextBytes(value);
        return BASE64.encodeToString(value);
    }

    private static String hash(String text) {
        return BASE64.encodeToString(Digests.sha256(text));
    }
}
