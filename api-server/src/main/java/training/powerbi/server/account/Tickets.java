package training.powerbi.server.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;
import training.powerbi.server.account.token.Hmac;

/// Short-lived rights to open one thing, written into an address: for what a browser loads without our headers, such as
/// pages in frames, pictures and captions. A ticket ends with the session that asked for it, at the latest; that the
/// thing may still be seen is checked each time by whoever delivers it.
@Component
public class Tickets {
    public static final Duration LIFETIME = Duration.ofHours(4);
    /// Tickets of one span are equal, so that asking for an address again does not reload what is shown.
    private static final Duration SPAN = Duration.ofMinutes(30);
    private static final int LONGEST = 1_000;
    private static final int PARTS = 4;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private static final String PURPOSE = "ticket";

    private final PurposeKeys keys;
    private final Standing standing;
    private final Clock clock;

    Tickets(PurposeKeys keys, Standing standing, Clock clock) {
        this.keys = keys;
        this.standing = standing;
        this.clock = clock;
    }

    /// A ticket with which this viewer opens the subject.
    ///
    /// @param subject what it opens, in words of the module that delivers it
    public String issue(Viewer viewer, String subject) {
        long span = clock.instant().getEpochSecond() / SPAN.toSeconds();
        long expiry = span * SPAN.toSeconds() + LIFETIME.toSeconds();
        var content = String.join("\n", Long.toString(expiry), viewer.userId(), viewer.sessionId(), subject)
                .getBytes(StandardCharsets.UTF_8);
        return ENCODER.encodeToString(content) + "."
                + ENCODER.encodeToString(Hmac.sign(keys.keysFor(PURPOSE).getFirst(), content));
    }

    /// Empty for anything but a ticket of ours that has not expired and whose session goes on.
    public Optional<Ticket> read(String ticket) {
        int dot = ticket.indexOf('.');
        if (dot < 0 || ticket.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] content = Base64.getUrlDecoder().decode(ticket.substring(0, dot));
            byte[] signature = Base64.getUrlDecoder().decode(ticket.substring(dot + 1));
            // Compared as text too: an encoding has spare bits, and a ticket has one spelling.
            boolean ours = isSigned(content, signature)
                    && ticket.equals(ENCODER.encodeToString(content) + "." + ENCODER.encodeToString(signature));
            return ours ? valid(new String(content, StandardCharsets.UTF_8).split("\n", PARTS)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private Optional<Ticket> valid(String[] parts) {
        // Tickets of a portal before this one named no session.
        boolean dead =
                parts.length < PARTS || !clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[0])));
        return dead ? Optional.empty() : standing.now(parts[1], parts[2]).map(viewer -> new Ticket(viewer, parts[3]));
    }

    private boolean isSigned(byte[] content, byte[] signature) {
        return keys.keysFor(PURPOSE).stream()
                .anyMatch(key -> MessageDigest.isEqual(signature, Hmac.sign(key, content)));
    }
}
