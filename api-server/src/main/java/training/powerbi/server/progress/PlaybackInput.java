package training.powerbi.server.progress;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.progress.Intervals.Interval;

/// A player's report.
///
/// @param at the client's time; null means now
record PlaybackInput(
        String recordingId,
        int positionSeconds,
        List<WatchedInterval> watched,
        @Nullable Instant at) {
    private static final int MAX_INTERVALS = 500;

    record WatchedInterval(int fromSeconds, int toSeconds) {}

    /// @throws PortalException BAD_USER_INPUT naming the field
    List<Interval> check() {
        if (positionSeconds < 0) {
            throw PortalException.badInput("positionSeconds", "A position cannot be negative.");
        }
        if (watched.size() > MAX_INTERVALS) {
            throw PortalException.badInput("watched", "Report at most " + MAX_INTERVALS + " intervals at a time.");
        }
        return watched.stream().map(PlaybackInput::check).toList();
    }

    private static Interval check(WatchedInterval interval) {
        if (interval.fromSeconds() < 0 || interval.toSeconds() < interval.fromSeconds()) {
            throw PortalException.badInput(
                    "watched", "A watched interval starts at 0 or later and ends after its start.");
        }
        return new Interval(interval.fromSeconds(), interval.toSeconds());
    }

    /// The client's time in milliseconds since 1970, never later than `now`.
    long atMillis(Instant now) {
        return at == null || at.isAfter(now) ? now.toEpochMilli() : at.toEpochMilli();
    }
}
