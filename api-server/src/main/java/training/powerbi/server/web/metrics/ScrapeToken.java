package training.powerbi.server.web.metrics;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.error.PortalException;

/// The operator's token for whoever collects metrics. Only its digest is kept.
final class ScrapeToken {
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(\\S+)");
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._~+/-]{32,}=*");

    private final byte @Nullable [] digest;

    private ScrapeToken(byte @Nullable [] digest) {
        this.digest = digest;
    }

    /// @param text the value of METRICS_TOKEN; empty for none, which nothing fits
    static ScrapeToken of(String text) {
        if (text.isEmpty()) {
            return new ScrapeToken(null);
        }
        if (!SANE.matcher(text).matches()) {
            throw PortalException.badInput(
                    "METRICS_TOKEN",
                    "METRICS_TOKEN takes 32 or more letters, digits and -._~+/, such as openssl rand -base64 48 gives.");
        }
        return new ScrapeToken(digest(text));
    }

    /// Takes the same time whatever is presented: digests are compared, and to their end.
    boolean fits(@Nullable String authorization) {
        if (digest == null || authorization == null) {
            return false;
        }
        var bearer = BEARER.matcher(authorization);
        return bearer.matches() && MessageDigest.isEqual(digest, digest(bearer.group(1)));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
