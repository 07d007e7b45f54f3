package training.powerbi.server.curriculum;

import java.time.Clock;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableChange;
import training.powerbi.server.access.DayStates;
import training.powerbi.server.access.MoveRow;
import training.powerbi.server.store.Revisions;

/// Says what changed for a student who came into another cohort.
@Component
class MoveNews {
    private final DeltaTable<Integer, TrainingContentRow> content;
    private final DayStream stream;
    private final DayStates states;
    private final Clock clock;

    MoveNews(
            DeltaTable<Integer, TrainingContentRow> content,
            DeltaTable<String, MoveRow> moves,
            DayStream stream,
            DayStates states,
            Revisions revisions,
            Clock clock) {
        this.content = content;
        this.stream = stream;
        this.states = states;
        this.clock = clock;
        moves.onChange(change -> moved(change, revisions.of(moves, change)));
    }

    private void moved(TableChange<String, MoveRow> change, long revision) {
        var at = clock.instant();
        for (var row : change.rows()) {
            var move = row.after();
            if (move != null) {
                content.snapshot().rows().map(TrainingContentRow::state).forEach(day -> {
                    boolean was = states.of(move.fromCohortId(), day).isOpenAt(at);
                    boolean is = states.of(move.toCohortId(), day).isOpenAt(at);
                    stream.send(DayChanged.of(move.userId(), day.dayNumber(), was, is, true, revision));
                });
            }
        }
    }
}
