package training.powerbi.server.curriculum;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableChange;
import training.powerbi.model.DayChangeKind;
import training.powerbi.server.access.CohortDayRow;
import training.powerbi.server.access.DayAccess;
import training.powerbi.server.access.DayState;
import training.powerbi.server.access.DayStates;
import training.powerbi.server.access.MoveRow;
import training.powerbi.server.access.OverrideRow;
import training.powerbi.server.account.Accounts;
import training.powerbi.server.curriculum.DayChanged.ForWhom;
import training.powerbi.server.store.Revisions;

/// Says what a commit changed in whose course, whichever server or program made it.
@Component
class DayNews {
    private final DeltaTable<Integer, TrainingContentRow> content;
    private final DayStream stream;
    private final DayStates states;
    private final DayAccess access;
    private final Accounts accounts;
    private final Revisions revisions;
    private final Clock clock;
    /// Moves of students whose accounts do not say it here yet, by their ids: another server's tables come one by one.
    private final Map<String, HeardMove> heard = new ConcurrentHashMap<>();

    DayNews(
            DeltaTable<Integer, TrainingContentRow> content,
            DeltaTable<String, CohortDayRow> cohortDays,
            DeltaTable<String, OverrideRow> overrides,
            DeltaTable<String, MoveRow> moves,
            DayStream stream,
            DayStates states,
            DayAccess access,
            Accounts accounts,
            Revisions revisions,
            Clock clock) {
        this.content = content;
        this.stream = stream;
        this.states = states;
        this.access = access;
        this.accounts = accounts;
        this.revisions = revisions;
        this.clock = clock;
        content.onChange(this::contentChanged);
        cohortDays.onChange(change -> cohortDaysChanged(change, revisions.of(cohortDays, change)));
        overrides.onChange(change -> overridesChanged(change, revisions.of(overrides, change)));
        moves.onChange(change -> moved(change, revisions.of(moves, change)));
    }

    private void contentChanged(TableChange<Integer, TrainingContentRow> change) {
        long revision = revisions.of(content, change);
        for (var row : change.rows()) {
            var after = row.after();
            if (after != null) {
                contentChanged(row.before(), after, revision);
            }
        }
    }

    private void contentChanged(@Nullable TrainingContentRow before, TrainingContentRow after, long revision) {
        var main = after.state();
        var state = before == null ? null : before.state();
        boolean texts = before == null || !before.sameOutline(after);
        if (state != null && !state.differs(main)) {
            send(after.dayNumber(), DayChangeKind.EDITED, texts, revision, new ForWhom.Everyone());
            return;
        }
        boolean outline = texts || state == null || !state.sameOutline(main);
        var kind = main.since(state);
        send(after.dayNumber(), kind, outline, revision, new ForWhom.Cohort(main.cohortId()));
        if (before == null || !before.sameContent(after)) {
            send(after.dayNumber(), DayChangeKind.EDITED, texts, revision, new ForWhom.OtherCohorts(main.cohortId()));
        }
    }

    private void cohortDaysChanged(TableChange<String, CohortDayRow> change, long revision) {
        for (var row : change.rows()) {
            if (row.after() != null) {
                var after = row.after().state();
                var before = row.before() == null
                        ? DayState.untouched(after.cohortId(), after.dayNumber())
                        : row.before().state();
                send(
                        after.dayNumber(),
                        after.since(before),
                        !before.sameOutline(after),
                        revision,
                        new ForWhom.Cohort(after.cohortId()));
            }
        }
    }

    private void overridesChanged(TableChange<String, OverrideRow> change, long revision) {
        for (var row : change.rows()) {
            if (row.after() != null) {
                overrideChanged(row.before(), row.after(), revision);
            }
        }
    }

    /// Tells what an exception came to for its student.
    ///
    /// @param before null when it was not there, or did not count
    void overrideChanged(@Nullable OverrideRow before, OverrideRow after, long revision) {
        accounts.find(after.userId()).ifPresent(student -> {
            var now = access.rightsOf(student, clock.instant());
            states.find(now.cohortId(), after.dayNumber()).ifPresent(day -> {
                var earlier = access.rightsOf(student, lastMoment(after, now.at()));
                boolean was = access.decideWith(before, after, earlier, day).isOpen();
                boolean is = access.decide(now, day).isOpen();
                send(after.dayNumber(), kind(was, is), false, revision, new ForWhom.Student(student.userId()));
            });
        });
    }

    /// The last instant at which it still counted, if that is past.
    private static Instant lastMoment(OverrideRow override, Instant now) {
        var expires = override.expiresAt();
        return expires == null || expires.isAfter(now) ? now : expires.minusNanos(1);
    }

    private void moved(TableChange<String, MoveRow> change, long revision) {
        change.rows().stream()
                .flatMap(row -> Stream.ofNullable(row.after()))
                .forEach(move -> heard.put(move.userId(), new HeardMove(move, revision)));
        tellMoves();
    }

    private record HeardMove(MoveRow row, long revision) {}

    /// Tells of the moves that the accounts of their students say by now.
    void tellMoves() {
        for (var move : heard.values()) {
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
            send(day.dayNumber(), kind(was, is), true, revision, new ForWhom.Student(move.userId()));
        });
    }

    private static DayChangeKind kind(boolean was, boolean is) {
        if (was == is) {
            return DayChangeKind.EDITED;
        }
        return is ? DayChangeKind.UNLOCKED : DayChangeKind.LOCKED;
    }

    private void send(int dayNumber, DayChangeKind kind, boolean outline, long revision, ForWhom forWhom) {
        stream.send(new DayChanged(dayNumber, kind, outline, revision, forWhom));
    }
}
