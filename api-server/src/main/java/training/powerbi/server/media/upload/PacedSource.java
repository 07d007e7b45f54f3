package training.powerbi.server.media.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A sender that may go away or fall asleep. What arrived before is not lost.
final class PacedSource {
    private static final Logger LOG = LoggerFactory.getLogger(PacedSource.class);
    private static final int BUFFER = 256 * 1024;
    /// Less than this in the time given is no progress.
    private static final long LEAST_BYTES = 4 * 1024;

    private final InputStream source;
    private final Clock clock;
    private final Duration patience;
    private final byte[] buffer = new byte[BUFFER];
    private int count;
    private boolean broken;
    private Instant since;
    private long sinceThen;

    PacedSource(InputStream source, Clock clock, Duration patience) {
        this.source = source;
        this.clock = clock;
        this.patience = patience;
        this.since = clock.instant();
    }

    /// Reads until the buffer is full or nothing more comes.
    ///
    /// @return false when nothing more comes
    boolean fill() {
        count = 0;
        while (count < BUFFER) {
            int read = read();
            if (read < 0) {
                return false;
            }
            count += read;
            sinceThen += read;
            if (stalls()) {
                LOG.debug("An upload was cut off: it all but stood still");
                broken = true;
                return false;
            }
        }
        return true;
    }

    private int read() {
        try {
            return source.read(buffer, count, BUFFER - count);
        } catch (IOException e) {
            LOG.debug("An upload broke off", e);
            broken = true;
            return -1;
        }
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

    /// What the last [#fill()] read.
    ByteBuffer bytes() {
        return ByteBuffer.wrap(buffer, 0, count).slice();
    }

    /// Whether the sender did not come to its end.
    boolean broken() {
        return broken;
    }
}
