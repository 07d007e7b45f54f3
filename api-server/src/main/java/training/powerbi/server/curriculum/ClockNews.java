package training.powerbi.server.curriculum;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.model.DayChangeKind;
import training.powerbi.server.access.DayState;
import training.powerbi.server.access.DayStates;
import training.powerbi.server.access.OverrideRow;
import training.powerbi.server.access.TimedChange;
import training.powerbi.server.curriculum.DayChanged.ForWhom;
import training.powerbi.server.store.Revisions;

/// Tells open pages what no commit tells them: that a moment came, or is to come again, which is written down already.
/// Another server's clock may be ahead, or this one was set back. Writes nothing, so that servers whose clocks differ
/// do not undo each other's work.
@Component
class ClockNews implements TimedChange {
    private final DeltaTable<String, OverrideRow> overrides;
    private final DayStates states;
    private final DayStream stream;
    private final ExceptionNews exceptions;
    private final MoveNews moves;
    private final Revisions revisions;
    private Map<String, Boolean> earlier = Map.of();

    ClockNews(
            DeltaTable<String, OverrideRow> overrides,
            DayStates states,
            DayStream stream,
            ExceptionNews exceptions,
            MoveNews moves,
            Revisions revisions) {
        this.overrides = overrides;
        this.states = states;
        this.stream = stream;
        this.exceptions = exceptions;
        this.moves = moves;
        this.revisions = revisions;
    }

    /// Something that is written down with its moment.
    ///
    /// @param name tells it and its moment from all others
    /// @param isPast whether the moment came by the clock of this server
    private record Moment(String name, boolean isPast, Runnable news) {}

    @Override
    public synchronized void make(Instant now) {
        moves.tellMoves();
        var moments = Stream.concat(openings(now), endings(now)).toList();
        moments.stream()
                .filter(moment -> earlier.getOrDefault(moment.name(), moment.isPast()) != moment.isPast())
                .forEach(moment -> moment.news().run());
        earlier = moments.stream().collect(Collectors.toMap(Moment::name, Moment::isPast));
    }

    private Stream<Moment> openings(Instant now) {
        return states.all()
                .filter(day -> day.isUnlocked() && day.isByClock())
                .map(day -> new Moment(
                        day.cohortId() + '/' + day.dayNumber() + '/' + day.unlockedAt(),
                        day.isOpenAt(now),
                        () -> turned(day, day.isOpenAt(now))));
    }

    private void turned(DayState day, boolean open) {
        stream.send(new DayChanged(
                day.dayNumber(),
                open ? DayChangeKind.UNLOCKED : DayChangeKind.LOCKED,
                true,
                revision(),
                new ForWhom.Cohort(day.cohortId())));
    }

    private Stream<Moment> endings(Instant now) {
        return overrides
                .snapshot()
                .rows()
                .filter(row -> row.endedAt() != null && row.revokedAt() == null)
                .map(row -> new Moment(row.overrideId(), !row.countsAt(now), () -> ended(row, !row.countsAt(now))));
    }

    private void ended(OverrideRow row, boolean isPast) {
        exceptions.overrideChanged(isPast ? row : null, row, revision());
    }

    private long revision() {
        return revisions.read(overrides).revision();
    }
}
