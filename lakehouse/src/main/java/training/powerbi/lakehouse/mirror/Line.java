package training.powerbi.lakehouse.mirror;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.lakehouse.files.UnreachableException;
import training.powerbi.model.error.PortalException;

/// Whether the lakehouse answers. A log has a line when it stops, and one when it is back, however long that takes and
/// however many ask.
final class Line {
    private static final Logger LOG = LoggerFactory.getLogger(Line.class);

    private final Duration firstPause;
    private final Duration longestPause;
    private final Clock clock;
    private final Map<String, Integer> failures = new HashMap<>();
    private @Nullable Instant awaySince;
    private @Nullable String reason;

    Line(Duration firstPause, Duration longestPause, Clock clock) {
        this.firstPause = firstPause;
        this.longestPause = longestPause;
        this.clock = clock;
    }

    /// Takes note of a failure.
    ///
    /// @param who asked
    /// @return how long to leave it alone
    synchronized Duration failed(String who, Exception failure) {
        var times = failures.merge(who, 1, Integer::sum);
        reason = sentence(failure);
        if (awaySince == null) {
            awaySince = clock.instant();
            LOG.warn("The mirror waits and is tried again and again; the portal works on without it. {}", reason);
        }
        LOG.debug("{} failed {} times", who, times, failure);
        return pause(times);
    }

    private static String sentence(Exception failure) {
        if (failure instanceof PortalException known) {
            return known.sentence();
        }
        return UnreachableException.isBeneath(failure)
                ? failure.getMessage() + " (a paused capacity answers nothing)."
                : "It failed: " + failure;
    }

    /// Twice as long each time, and never two servers at the same time.
    private Duration pause(int times) {
        var doubled = firstPause.toMillis() << Math.min(times - 1, 20);
        var most = Math.max(2, Math.min(longestPause.toMillis(), doubled));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
    }

    /// Takes note that it answered.
    synchronized void answered(String who) {
        failures.remove(who);
        if (awaySince != null && failures.isEmpty()) {
            LOG.info(
                    "The lakehouse answers again after {} s; the mirror is brought up to date.",
                    Duration.between(awaySince, clock.instant()).toSeconds());
            awaySince = null;
            reason = null;
        }
    }

    synchronized boolean isAway() {
        return awaySince != null;
    }

    synchronized @Nullable String reason() {
        return reason;
    }
}
