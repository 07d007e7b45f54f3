package training.powerbi.server.curriculum;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.model.DayChangeKind;
import training.powerbi.model.TrainingDay;
import training.powerbi.server.access.Cohorts;
import training.powerbi.server.access.DayAccess;
import training.powerbi.server.access.DayState;
import training.powerbi.server.access.Perspective;
import training.powerbi.server.account.Accounts;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.curriculum.DayChanged.ForWhom;
import training.powerbi.server.live.Broadcast;

/// Live changes of days. Each event is checked against the day as it is when the event is delivered, for the one it is
/// delivered to: an unlock that was taken back meanwhile, or that an exception outweighs, is not announced.
@Component
public class DayStream {
    private final Broadcast<DayChanged> events = new Broadcast<>();
    private final DeltaTable<Integer, TrainingContentRow> content;
    private final DayAccess access;
    private final DayView view;
    private final Accounts accounts;
    private final Cohorts cohorts;

    DayStream(
            DeltaTable<Integer, TrainingContentRow> content,
            DayAccess access,
            DayView view,
            Accounts accounts,
            Cohorts cohorts) {
        this.content = content;
        this.access = access;
        this.view = view;
        this.accounts = accounts;
        this.cohorts = cohorts;
    }

    /// Announces that something kept beside the day's own row, such as a recording, was edited.
    ///
    /// @param cohortId null for what is everyone's
    public void edited(int dayNumber, @Nullable String cohortId, long revision) {
        var forWhom = cohortId == null ? new ForWhom.Everyone() : new ForWhom.Cohort(cohortId);
        send(new DayChanged(dayNumber, DayChangeKind.EDITED, false, revision, forWhom));
    }

    synchronized void send(DayChanged event) {
        events.send(event);
    }

    @PreAuthorize("isAuthenticated()")
    Flux<DayChange> changes(Viewer viewer) {
        return events.stream().mapNotNull(event -> deliver(viewer, event).orElse(null));
    }

    /// Trainers hear of days that opened for a cohort; what opened for one student did not open in the course.
    @PreAuthorize("isAuthenticated()")
    Flux<TrainingDay> unlocks(Viewer viewer) {
        return changes(viewer)
                .filter(change -> change.kind() == DayChangeKind.UNLOCKED)
                .filter(change -> !viewer.isAdmin() || change.userId() == null)
                .map(DayChange::day);
    }

    private Optional<DayChange> deliver(Viewer viewer, DayChanged event) {
        var student = event.forWhom() instanceof ForWhom.Student(var userId) ? userId : null;
        // At once: a move of a whole class is thousands of events, each of which everybody gets to see.
        if (student != null && !viewer.isAdmin() && !student.equals(viewer.userId())) {
            return Optional.empty();
        }
        return content.snapshot()
                .find(event.dayNumber())
                .flatMap(row -> perspective(viewer, event.forWhom())
                        .flatMap(who -> kind(who, student, row, event)
                                .map(kind -> new DayChange(
                                        kind,
                                        view.show(who, row, event.revision()),
                                        event.revision(),
                                        who.cohortId(),
                                        student))));
    }

    /// How the viewer sees the course that changed; empty when it is not theirs.
    private Optional<Perspective> perspective(Viewer viewer, ForWhom forWhom) {
        if (viewer.isAdmin()) {
            return switch (forWhom) {
                case ForWhom.Everyone _ -> Optional.of(access.of(viewer));
                // A copy's days are there before the cohort is.
                case ForWhom.Cohort(var cohortId) -> cohorts.find(cohortId).map(_ -> access.of(viewer, cohortId));
                // They were told of that cohort's change, which is this one.
                case ForWhom.OtherCohorts _ -> Optional.empty();
                case ForWhom.Student(var userId) -> Optional.of(access.of(viewer, access.cohortOf(userId)));
            };
        }
        var own = access.of(viewer);
        boolean theirs = switch (forWhom) {
            case ForWhom.Everyone _ -> true;
            case ForWhom.Cohort(var cohortId) -> cohortId.equals(own.cohortId());
            case ForWhom.OtherCohorts(var cohortId) -> !cohortId.equals(own.cohortId());
            case ForWhom.Student(var userId) -> userId.equals(viewer.userId());
        };
        return theirs ? Optional.of(own) : Optional.empty();
    }

    /// What the event comes to for this viewer now; empty when it is nothing for them to know. Where it opened or
    /// closed nothing for them, what it changed in the outline is news all the same.
    private Optional<DayChangeKind> kind(
            Perspective who, @Nullable String student, TrainingContentRow row, DayChanged event) {
        boolean open = isOpen(who, student, view.state(who, row));
        boolean holds = switch (event.kind()) {
            case UNLOCKED -> open;
            case LOCKED -> !open;
            case EDITED -> who.isTrainer() || open;
        };
        if (holds) {
            return Optional.of(event.kind());
        }
        return event.outline() ? Optional.of(DayChangeKind.EDITED) : Optional.empty();
    }

    private boolean isOpen(Perspective who, @Nullable String student, DayState state) {
        if (!who.isTrainer()) {
            return access.decide(who, state).isOpen();
        }
        return student == null
                ? state.isOpenAt(who.at())
                : accounts.find(student)
                        .map(user -> access.as(who.viewer(), user, who.at()))
                        .map(theirs -> access.decide(theirs, state).isOpen())
                        .orElse(false);
    }
}
