package training.powerbi.server.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/// Short-lived rights to open one thing, written into an address: for what a browser loads without our headers, such as
/// pages in frames, pictures and captions. A ticket is bound to its user and dies with his account; that the thing may
/// still be seen is checked each time by whoever delivers it.
@Component
public class Tickets {
    public static final Duration LIFETIME = Duration.ofHours(4);
    /// Tickets of one span are equal, so that asking for an address again does not reload what is shown.
    private static final Duration SPAN = Duration.ofMinutes(30);
    private static final int LONGEST = 1_000;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SecretKey key;
    private final Accounts accounts;
    private final Clock clock;

    Tickets(PurposeKeys keys, Accounts accounts, Clock clock) {
        this.key = keys.keyFor("ticket");
        this.accounts = accounts;
        this.clock = clock;
    }

    /// A ticket with which this viewer opens the subject.
    ///
    /// @param subject what it opens, in words of the module that delivers it
    public String issue(Viewer viewer, String subject) {
        long span = clock.instant().getEpochSecond() / SPAN.toSeconds();
        long expiry = span * SPAN.toSeconds() + LIFETIME.toSeconds();
        var content = (expiry + "\n" + viewer.userId() + "\n" + subject).getBytes(StandardCharsets.UTF_8);
        return ENCODER.encodeToString(content) + "." + ENCODER.encodeToString(sign(content));
    }

    /// Empty for anything but a ticket of ours that has not expired and whose user is active.
    public Optional<Ticket> read(String ticket) {
        int dot = ticket.indexOf('.');
        if (dot < 0 || ticket.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] content = Base64.getUrlDecoder().decode(ticket.substring(0, dot));
            byte[] signature = Base64.getUrlDecoder().decode(ticket.substring(dot + 1));
            // Compared as text too: an encoding has spare bits, and a ticket has one spelling.
            boolean ours = MessageDigest.isEqual(signature, sign(content))
                    && ticket.equals(ENCODER.encodeToString(content) + "." + ENCODER.encodeToString(signature));
            return ours ? valid(new String(content, StandardCharsets.UTF_8).split("\n", 3)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private Optional<Ticket> valid(String[] parts) {
        boolean expired = !clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[0])));
        return expired
                ? Optional.empty()
                : accounts.find(parts[1])
                        .filter(user -> user.isActive())
                        .map(user -> new Ticket(new Viewer(user.userId(), user.role()), parts[2]));
    }

    private byte[] sign(byte[] content) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA256", e);
        }
    }
}
