package training.powerbi.lakehouse.files.copy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.lakehouse.files.AwayException;
import training.powerbi.lakehouse.journal.Absence;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Whether the place of the store answers. A look every few seconds tells; one that fails says nothing yet, half a
/// minute of them says that the place is away.
final class Reach implements Absence, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reach.class);

    private final RemotePlace place;
    private final Times times;
    private final Clock clock;
    private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("look-out").factory());
    private volatile @Nullable Away away;
    private volatile Instant answeredAt;
    private long failingSince;
    private boolean failing;

    /// @param every how often to look
    /// @param patience how long looks must fail
    record Times(Duration every, Duration patience) {
        static final Times USUAL = new Times(Duration.ofSeconds(5), Duration.ofSeconds(30));
    }

    /// @param asOf when it answered last
    record Away(Instant asOf, String reason) {
        String refusal() {
            return reason + " Nothing was changed. What was there can still be read; try again when it is back.";
        }
    }

    /// What follows from looks.
    interface Follower {

        /// The place is away from now on.
        ///
        /// @param asOf when it answered last
        void gone(Instant asOf);

        /// The place answers again.
        ///
        /// @throws IOException when it cannot count as back yet
        void returning() throws IOException;

        /// A look found the place there, and whatever is to be brought there can be.
        ///
        /// @param back whether it was away before
        void there(boolean back);
    }

    Reach(RemotePlace place, Times times, Clock clock) {
        this.place = place;
        this.times = times;
        this.clock = clock;
        this.answeredAt = clock.instant();
    }

    void start(Follower follower) {
        var millis = times.every().toMillis();
        var _ = watcher.scheduleWithFixedDelay(() -> safeLook(follower), millis, millis, TimeUnit.MILLISECONDS);
    }

    Optional<Away> away() {
        return Optional.ofNullable(away);
    }

    @Override
    public boolean isAway() {
        return away != null;
    }

    @Override
    public PortalException refusal() {
        var known = away;
        return new PortalException(
                ErrorCode.STORAGE_UNAVAILABLE,
                known == null ? "The store was away until now. Try again." : known.refusal());
    }

    /// @throws AwayException when the place is away
    void require() throws AwayException {
        var known = away;
        if (known != null) {
            throw new AwayException(known.refusal());
        }
    }

    /// The place did not answer at the start.
    void beginAway(Instant asOf, String said) {
        answeredAt = asOf;
        away = new Away(asOf, place.whyAway());
        LOG.warn("{} Reading goes on from the copies as of {}. ({})", place.whyAway(), asOf, said);
    }

    private void safeLook(Follower follower) {
        try {
            look(follower);
        } catch (RuntimeException e) {
            LOG.error("The look-out failed", e);
        }
    }

    private void look(Follower follower) {
        var back = isAway();
        try {
            place.look();
            if (back) {
                follower.returning();
                LOG.info("The store is back after {}", Duration.between(answeredAt, clock.instant()));
            }
            away = null;
            failing = false;
            answeredAt = clock.instant();
        } catch (IOException e) {
            failed(e, follower);
            return;
        }
        follower.there(back);
    }

    private void failed(IOException failure, Follower follower) {
        var now = System.nanoTime();
        if (!failing) {
            failing = true;
            failingSince = now;
        }
        LOG.debug("The place of the store does not answer", failure);
        if (now - failingSince >= times.patience().toNanos()) {
            var reason = failure instanceof MovedOnException moved ? moved.sentence() : place.whyAway();
            if (away == null) {
                LOG.warn(
                        "{} Reading goes on from what is known as of {}. ({})",
                        reason,
                        answeredAt,
                        failure.getMessage());
                follower.gone(answeredAt);
            }
            away = new Away(answeredAt, reason);
        }
    }

    @Override
    public void close() {
        watcher.close();
    }
}
