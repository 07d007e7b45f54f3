package training.powerbi.server.web.socket;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One text message at a time, put together from the pieces it comes in. Holds nothing between messages, and never more
/// than a message may be long. Used by one thread at a time, as a socket is read; another may look whether it goes on.
final class MessagePieces {
    private volatile int limit;
    private @Nullable StringBuilder begun;
    private int bytes;
    private int count;
    /// The number of the message that has begun; 0 between messages.
    private volatile int current;

    /// What a look from outside saw last. Of that thread only.
    private int seen;

    private Instant since = Instant.EPOCH;

    /// @param limit of a message, in bytes of UTF-8
    MessagePieces(int limit) {
        this.limit = limit;
    }

    /// Sets another limit.
    void allow(int bytesOfUtf8) {
        limit = bytesOfUtf8;
    }

    /// Whether the message stays within the limit with this piece. The piece is not kept when it does not.
    boolean fits(CharSequence piece) {
        // Each char is one byte at least, so a piece that is far too long is not counted.
        return piece.length() <= limit - bytes && utf8(piece) <= limit - bytes;
    }

    /// The whole message when this was its last piece.
    Optional<String> add(String piece, boolean last) {
        if (last && begun == null) {
            return Optional.of(piece);
        }
        StringBuilder message = begun == null ? new StringBuilder() : begun;
        message.append(piece);
        if (last) {
            begun = null;
            bytes = 0;
            current = 0;
            return Optional.of(message.toString());
        }
        if (begun == null) {
            count = count == Integer.MAX_VALUE ? 1 : count + 1;
            current = count;
        }
        begun = message;
        bytes += utf8(piece);
        return Optional.empty();
    }

    /// Whether one and the same message has been under way for longer than that, as far as those see who look again and
    /// again; one thread may, beside the one that reads.
    boolean isOverdue(Instant now, Duration time) {
        int underWay = current;
        if (underWay != seen) {
            seen = underWay;
            since = now;
        }
        return underWay != 0 && now.isAfter(since.plus(time));
    }

    /// A surrogate counts as half of the four bytes that a pair takes.
    private static int utf8(CharSequence text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            sum += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return sum;
    }
}
