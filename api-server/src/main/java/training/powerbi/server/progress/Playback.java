package training.powerbi.server.progress;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import training.powerbi.server.progress.Intervals.Interval;

/// What one student has seen of one recording.
///
/// @param watched what was ever played
/// @param position second at which the student stopped; null when only marked as seen
/// @param positionAt the client's time of that position, in milliseconds since 1970
/// @param viewing what was played towards the next view
/// @param countedAt when a view was last counted, in milliseconds since 1970
record Playback(
        Intervals watched,
        @Nullable Integer position,
        long positionAt,
        Intervals viewing,
        @Nullable Long countedAt) {
    static final Playback NOTHING = new Playback(Intervals.NONE, null, Long.MIN_VALUE, Intervals.NONE, null);

    private static final int SECONDS_OF_A_VIEW = 30;
    private static final long MILLIS_BETWEEN_VIEWS = 24L * 60 * 60 * 1_000;

    /// Of two positions the later counts; of two at the same time the farther, so that order does not matter.
    Playback at(int newPosition, long newAt) {
        boolean newer = newAt > positionAt || (newAt == positionAt && (position == null || newPosition > position));
        return newer ? new Playback(watched, newPosition, newAt, viewing, countedAt) : this;
    }

    /// What two places know of one student and one recording.
    Playback joined(Playback other) {
        var later = countedAt == null || (other.countedAt != null && other.countedAt > countedAt) ? other : this;
        var sum = new Playback(
                watched.plus(other.watched.parts(), Integer.MAX_VALUE),
                position,
                positionAt,
                Objects.equals(countedAt, other.countedAt)
                        ? viewing.plus(other.viewing.parts(), Integer.MAX_VALUE)
                        : later.viewing,
                later.countedAt);
        return other.position == null ? sum : sum.at(other.position, other.positionAt);
    }

    Playback watched(List<Interval> more, int length) {
        return new Playback(watched.plus(more, length), position, positionAt, viewing, countedAt);
    }

    Playback wholly(int length) {
        return watched(Intervals.upTo(length).parts(), length);
    }

    /// Adds what a report shows towards a view: 30 s of play, or the end, make one, once in 24 hours. The view
    /// is new when the result was [#countedAt()] `now` and this was not.
    Playback viewed(List<Interval> more, boolean ended, int length, long now) {
        if (countedAt != null && now - countedAt < MILLIS_BETWEEN_VIEWS) {
            return this;
        }
        var seen = viewing.plus(more, length);
        boolean complete = ended || seen.secondsBelow(length) >= Math.min(SECONDS_OF_A_VIEW, length);
        return complete
                ? new Playback(watched, position, positionAt, Intervals.NONE, now)
                : new Playback(watched, position, positionAt, seen, countedAt);
    }
}
