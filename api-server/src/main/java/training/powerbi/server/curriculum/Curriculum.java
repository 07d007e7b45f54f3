package training.powerbi.server.curriculum;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.model.TrainingDay;
import training.powerbi.model.User;
import training.powerbi.server.access.Cohorts;
import training.powerbi.server.access.DayAccess;
import training.powerbi.server.access.DayState;
import training.powerbi.server.access.DayStates;
import training.powerbi.server.access.Perspective;
import training.powerbi.server.account.Accounts;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.store.Revisions;

/// Reads the days of the course. Answers come from memory and are what the viewer may see.
@Service
public class Curriculum {
    private final DeltaTable<Integer, TrainingContentRow> content;
    private final DayStates states;
    private final DayAccess access;
    private final DayView view;
    private final Accounts accounts;
    private final Revisions revisions;
    private final Clock clock;

    Curriculum(
            DeltaTable<Integer, TrainingContentRow> content,
            DayStates states,
            DayAccess access,
            DayView view,
            Accounts accounts,
            Revisions revisions,
            Clock clock) {
        this.content = content;
        this.states = states;
        this.access = access;
        this.view = view;
        this.accounts = accounts;
        this.revisions = revisions;
        this.clock = clock;
    }

    /// As cohort `main` has it.
    @PreAuthorize("permitAll()")
    public List<DayOutline> outline() {
        return outline(Cohorts.MAIN);
    }

    @PreAuthorize("permitAll()")
    public List<DayOutline> outline(String cohortId) {
        var at = clock.instant();
        return DayView.inOrder(content.snapshot().rows())
                .map(row -> DayOutline.of(row, states.of(cohortId, row.state()), at))
                .toList();
    }

    /// All days as the viewer has them, or a cohort that a trainer asks for.
    ///
    /// @param cohortId null for a student's own, and for `main` where a trainer asks
    @PreAuthorize("isAuthenticated()")
    public List<TrainingDay> days(Viewer viewer, @Nullable String cohortId) {
        return view.showAll(viewer, cohortId);
    }

    @PreAuthorize("isAuthenticated()")
    public Optional<TrainingDay> day(Viewer viewer, int dayNumber, @Nullable String cohortId) {
        var days = revisions.read(content);
        var who = access.of(viewer, cohortId);
        return days.rows().find(dayNumber).map(row -> view.show(who, row, days.revision()));
    }

    @PreAuthorize("isAuthenticated()")
    public List<TrainingDay> unlockedDays(Viewer viewer) {
        return view.showAll(viewer, null).stream()
                .filter(TrainingDay::isUnlocked)
                .toList();
    }

    /// The course as a student would get it at an instant; addresses in it are the trainer's own.
    ///
    /// @param at null for now
    @PreAuthorize("hasRole('ADMIN')")
    public View as(Viewer trainer, String userId, @Nullable Instant at) {
        var who = access.as(trainer, accounts.require(userId), at == null ? clock.instant() : at);
        return new View(who, view.showAll(who));
    }

    /// The days, and for whom they are shown.
    public record View(Perspective who, List<TrainingDay> days) {}

    /// Who unlocked the day; empty for anyone but a trainer, and where the clock did.
    @PreAuthorize("isAuthenticated()")
    public Optional<User> unlockedBy(Perspective who, TrainingDay day) {
        return who.isTrainer()
                ? states.find(cohortOf(day), day.dayNumber())
                        .map(DayState::unlockedBy)
                        .flatMap(accounts::find)
                : Optional.empty();
    }

    private static String cohortOf(TrainingDay day) {
        return day.cohortId() == null ? Cohorts.MAIN : day.cohortId();
    }
}
