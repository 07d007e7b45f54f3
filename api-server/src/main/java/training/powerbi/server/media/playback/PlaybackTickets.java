package training.powerbi.server.media.playback;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;
import training.powerbi.server.account.PurposeKeys;

/// Signs who may play what until when, short enough for a path: a `<video>` element sends no header. A ticket is no
/// right by itself: whether the user may open the day is asked again whenever it is shown.
@Component
class PlaybackTickets {
    private static final Duration LIFE = Duration.ofHours(4);
    /// Tickets given out within this time are equal, so that asking again does not make a player start over.
    private static final long STEP_SECONDS = Duration.ofMinutes(10).toSeconds();
    private static final int MAC_BYTES = 16;
    private static final int LONGEST = 400;

    private final SecretKey key;
    private final Clock clock;

    PlaybackTickets(PurposeKeys keys, Clock clock) {
        this.key = keys.keyFor("playback-ticket");
        this.clock = clock;
    }

    String issue(String userId, String recordingId) {
        long ends = clock.instant().plus(LIFE).getEpochSecond() / STEP_SECONDS;
        var user = userId.getBytes(StandardCharsets.UTF_8);
        var claims = ByteBuffer.allocate(Integer.BYTES + user.length)
                .putInt(Math.toIntExact(ends))
                .put(user)
                .array();
        var ticket = ByteBuffer.allocate(MAC_BYTES + claims.length)
                .put(mac(recordingId, claims))
                .put(claims)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(ticket);
    }

    /// The user the ticket was given to; empty when it is forged, over, or another recording's.
    Optional<String> read(String ticket, String recordingId) {
        if (ticket.length() > LONGEST) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(ticket);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length <= MAC_BYTES + Integer.BYTES) {
            return Optional.empty();
        }
        var claims = Arrays.copyOfRange(bytes, MAC_BYTES, bytes.length);
        if (!MessageDigest.isEqual(mac(recordingId, claims), Arrays.copyOf(bytes, MAC_BYTES))) {
            return Optional.empty();
        }
        var ends = Instant.ofEpochSecond(ByteBuffer.wrap(claims).getInt() * STEP_SECONDS);
        return clock.instant().isBefore(ends)
                ? Optional.of(new String(claims, Integer.BYTES, claims.length - Integer.BYTES, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private byte[] mac(String recordingId, byte[] claims) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            mac.update(recordingId.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) '\n');
            return Arrays.copyOf(mac.doFinal(claims), MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA256", e);
        }
    }
}
