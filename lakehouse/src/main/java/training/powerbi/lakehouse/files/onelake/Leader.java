package training.powerbi.lakehouse.files.onelake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.lakehouse.files.Leadership;

/// One of the servers at a time, by a file that says who and until when. It is replaced only as it was read, so that of
/// two who try at once one succeeds; what time it is, the service's answers say, and how long is left, a clock that
/// nobody sets.
final class Leader implements Leadership, AutoCloseable {
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(Leader.class);
    /// Others' leases are looked at no more often.
    private static final Duration PATIENCE = LEASE.dividedBy(4);
    /// Answers say the time in whole seconds.
    private static final Duration GRAIN = Duration.ofSeconds(1);

    /// Where the file is.
    interface File {
        Found read() throws IOException;

        /// Replaces what was found; says whether it was still there.
        boolean replace(Found found, byte[] text) throws IOException;
    }

    /// What there is.
    ///
    /// @param etag empty when there is nothing
    /// @param at when it was read, by the service's own clock; the epoch when that is not known
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Found(byte[] text, String etag, Instant at) {}

    private record Lease(String owner, Instant until) {}

    private final File file;
    private final String self;
    private final LongSupplier nanos;
    private boolean closed;
    private boolean leading;
    // Of the lease, while it is ours.
    private long end;
    private long askAt;

    /// @param self which server this is
    /// @param nanos a clock that nobody sets, as [System#nanoTime]
    Leader(File file, String self, LongSupplier nanos) {
        this.file = file;
        this.self = self;
        this.nanos = nanos;
        this.askAt = nanos.getAsLong();
    }

    @Override
    public synchronized boolean isOurs() {
        var now = nanos.getAsLong();
        if (!closed && (now - askAt >= 0 || (leading && now - end >= 0))) {
            ask(now);
        }
        leading &= nanos.getAsLong() - end < 0;
        return leading;
    }

    private void ask(long now) {
        askAt = now + PATIENCE.toNanos();
        try {
            var led = leading;
            leading = lead(now);
            if (leading != led) {
                LOG.info(leading ? "This server looks after the tables" : "Another server looks after the tables");
            }
        } catch (IOException e) {
            // A lease that was had lasts, whether OneLake answers or not.
            LOG.debug("Who looks after the tables cannot be found out: {}", e.toString());
        }
    }

    private boolean lead(long now) throws IOException {
        var found = file.read();
        var lease = lease(found.text());
        var left = Duration.between(found.at(), lease.until());
        var ours = lease.owner().equals(self);
        if (found.at().equals(Instant.EPOCH) || (!ours && left.isPositive())) {
            return false;
        }
        if (ours && left.compareTo(LEASE.dividedBy(2)) > 0) {
            end = now + left.minus(GRAIN).toNanos();
            return true;
        }
        if (file.replace(found, text(new Lease(self, found.at().plus(LEASE))))) {
            end = now + LEASE.minus(GRAIN).toNanos();
            return true;
        }
        return false;
    }

    private static Lease lease(byte[] text) {
        try {
            var said = JsonMapper.shared().readTree(text);
            return new Lease(
                    said.path("owner").asString(""),
                    Instant.parse(said.path("until").asString("")));
        } catch (JacksonException | DateTimeException e) {
            // Nobody's: there is none yet, or somebody else wrote it.
            return new Lease("", Instant.EPOCH);
        }
    }

    private static byte[] text(Lease lease) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("owner", lease.owner())
                .put("until", lease.until().toString())
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    /// Lets another lead at once.
    @Override
    public synchronized void close() {
        closed = true;
        if (!leading) {
            return;
        }
        leading = false;
        try {
            var found = file.read();
            if (lease(found.text()).owner().equals(self)) {
                var _ = file.replace(found, text(new Lease("", Instant.EPOCH)));
            }
        } catch (IOException e) {
            LOG.debug("Others wait for the lease to end: {}", e.toString());
        }
    }
}
