package training.powerbi.server.curriculum;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.model.TrainingDay;
import training.powerbi.server.access.Access;
import training.powerbi.server.access.DayAccess;
import training.powerbi.server.access.DayState;
import training.powerbi.server.access.DayStates;
import training.powerbi.server.access.Days;
import training.powerbi.server.access.Perspective;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.store.Committed;
import training.powerbi.server.store.Revisions;

/// What a viewer sees of a day: its place in the outline always, what it holds when they may open it.
@Component
public class DayView {
    private final DeltaTable<Integer, TrainingContentRow> content;
    private final DayAccess access;
    private final DayStates states;
    private final Revisions revisions;

    DayView(DeltaTable<Integer, TrainingContentRow> content, DayAccess access, DayStates states, Revisions revisions) {
        this.content = content;
        this.access = access;
        this.states = states;
        this.revisions = revisions;
    }

    /// A cohort's day as a commit has just left it, for the trainer who changed it.
    public TrainingDay show(Viewer trainer, Committed<DayState> day) {
        var state = day.answer();
        var row = content.snapshot().find(state.dayNumber()).orElseThrow(() -> Days.notFound(state.dayNumber()));
        return show(access.of(trainer, state.cohortId()), row, state, day.revision());
    }

    /// All days of a cohort, in order.
    public List<TrainingDay> showAll(Viewer viewer, @Nullable String cohortId) {
        return showAll(access.of(viewer, cohortId));
    }

    List<TrainingDay> showAll(Perspective who) {
        var days = revisions.read(content);
        return inOrder(days.rows().rows())
                .map(row -> show(who, row, days.revision()))
                .toList();
    }

    static Stream<TrainingContentRow> inOrder(Stream<TrainingContentRow> days) {
        return days.sorted(Comparator.comparingInt(TrainingContentRow::dayNumber));
    }

    /// The day as this viewer may see it now.
    ///
    /// @param revision one the row is at least as new as
    TrainingDay show(Viewer viewer, TrainingContentRow row, long revision) {
        return show(access.of(viewer), row, revision);
    }

    TrainingDay show(Perspective who, TrainingContentRow row, long revision) {
        return show(who, row, state(who, row), revision);
    }

    DayState state(Perspective who, TrainingContentRow row) {
        return states.of(who.cohortId(), row.state());
    }

    private TrainingDay show(Perspective who, TrainingContentRow row, DayState state, long revision) {
        var decided = access.decide(who, state);
        boolean open = decided.isOpen();
        return new TrainingDay(
                row.dayNumber(),
                row.title(),
                row.description(),
                isUnlocked(who, decided),
                decided.openedAt(),
                state.scheduledAt(),
                open ? row.presentationUrl() : null,
                open ? row.presentationName() : null,
                open ? row.resourcesUrl() : null,
                row.createdAt(),
                later(row.updatedAt(), state.updatedAt()),
                state.editVersion(),
                revision,
                state.cohortId(),
                state.opensAfter(who.at()),
                state.minutes(),
                state.joinUrl(),
                row.editVersionOrFirst());
    }

    /// Trainers see everything; to them it says how it is for the cohort.
    private static boolean isUnlocked(Perspective who, Access decided) {
        return who.isTrainer() ? decided.openedAt() != null : decided.isOpen();
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }
}
