package training.powerbi.server.curriculum;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableChange;
import training.powerbi.server.access.DayAccess;
import training.powerbi.server.access.DayStates;
import training.powerbi.server.access.MoveRow;
import training.powerbi.server.store.Revisions;

/// Says what changed for a student who came into another cohort.
@Component
class MoveNews {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final DeltaTable<Integer, TrainingContentRow> content;
    private final DayStream stream;
    private final DayStates states;
    private final DayAccess access;
    private final Clock clock;
    /// Moves of students whose accounts do not say it here yet, by their ids: another server's tables come one by one.
    private final Map<String, HeardMove> heard = new ConcurrentHashMap<>();

    MoveNews(
            DeltaTable<Integer, TrainingContentRow> content,
            DeltaTable<String, MoveRow> moves,
            DayStream stream,
            DayStates states,
            DayAccess access,
            Revisions revisions,
            Clock clock) {
        this.content = content;
        this.stream = stream;
        this.states = states;
        this.access = access;
        this.clock = clock;
        moves.onChange(change -> moved(change, revisions.of(moves, change)));
    }

    private void moved(TableChange<String, MoveRow> change, long revision) {
        change.rows().stream()
                .flatMap(row -> Stream.ofNullable(row.after()))
                .forEach(move -> heard.put(move.userId(), new HeardMove(move, revision, clock.instant())));
        tellMoves();
    }

    private record HeardMove(MoveRow row, long revision, Instant at) {}

    /// Tells of the moves that the accounts of their students say by now. An account that does not say it after a while
    /// was moved on, or is gone.
    void tellMoves() {
        var forgotten = clock.instant().minus(LONGEST);
        heard.values().removeIf(move -> move.at().isBefore(forgotten));
        for (var move : List.copyOf(heard.values())) {
            var userId = move.row().userId();
            if (access.cohortOf(userId).equals(move.row().toCohortId()) && heard.remove(userId, move)) {
                tell(move.row(), move.revision());
            }
        }
    }

    private void tell(MoveRow move, long revision) {
        var at = clock.instant();
        content.snapshot().rows().map(TrainingContentRow::state).forEach(day -> {
            boolean was = states.of(move.fromCohortId(), day).isOpenAt(at);
            boolean is = states.of(move.toCohortId(), day).isOpenAt(at);
            stream.send(DayChanged.of(move.userId(), day.dayNumber(), was, is, true, revision));
        });
    }
}
