package training.powerbi.server.transfer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// A sender that may fall asleep, or all but: it is cut off, as its request would hold its place for ever.
final class PacedStream extends FilterInputStream {
    /// Less than this in the time given is no progress.
    private static final long LEAST_BYTES = 4 * 1024;

    private final Clock clock;
    private final Duration patience;
    private Instant since;
    private long sinceThen;

    PacedStream(InputStream source, Clock clock, Duration patience) {
        super(source);
        this.clock = clock;
        this.patience = patience;
        this.since = clock.instant();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        sinceThen += Math.max(0, count);
        if (count >= 0 && stalls()) {
            throw new IOException("The sender all but stood still");
        }
        return count;
    }

    private boolean stalls() {
        var now = clock.instant();
        if (now.isBefore(since.plus(patience))) {
            return false;
        }
        boolean slow = sinceThen < LEAST_BYTES;
        since = now;
        sinceThen = 0;
        return slow;
    }
}
