package training.powerbi.server.access;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.model.Role;
import training.powerbi.model.User;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.account.Accounts;
import training.powerbi.server.account.Viewer;

/// The one place that says who may see a day's content. Queries, subscriptions and files all ask here, each time anew,
/// so that a lock, an exception or the clock holds from its moment on.
@Component
public class DayAccess {
    /// Opens nothing.
    private static final String NO_SESSION = "";

    private final DayStates states;
    private final DeltaTable<String, OverrideRow> overrides;
    private final Accounts accounts;
    private final Clock clock;

    public DayAccess(DayStates states, DeltaTable<String, OverrideRow> overrides, Accounts accounts, Clock clock) {
        this.states = states;
        this.overrides = overrides;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// The course as this viewer sees it now.
    public Perspective of(Viewer viewer) {
        return of(viewer, null);
    }

    /// The same of a cohort, which is for trainers to choose.
    ///
    /// @param cohortId null for the student's own, and for `main` where a trainer asks
    /// @throws AccessDeniedException when a student chooses one, be it their own: which it is, they are not asked
    public Perspective of(Viewer viewer, @Nullable String cohortId) {
        var at = clock.instant();
        if (viewer.isAdmin()) {
            var asked = Objects.requireNonNullElse(cohortId, Cohorts.MAIN);
            return new Perspective(viewer, viewer.userId(), true, true, asked, at);
        }
        if (cohortId != null) {
            throw new AccessDeniedException("choosing a cohort");
        }
        var student = accounts.find(viewer.userId());
        var own = student.map(User::cohortId).orElse(Cohorts.MAIN);
        boolean active = student.map(User::isActive).orElse(true);
        return new Perspective(viewer, viewer.userId(), false, active, own, at);
    }

    /// The run of the course that someone takes part in; `main` for trainers, who take part in none.
    public String cohortOf(String userId) {
        return accounts.find(userId).map(User::cohortId).orElse(Cohorts.MAIN);
    }

    /// The course as someone else sees it at an instant, for a trainer who looks.
    public Perspective as(Viewer trainer, User person, Instant at) {
        return new Perspective(
                trainer,
                person.userId(),
                person.role() == Role.ADMIN,
                person.isActive(),
                Objects.requireNonNullElse(person.cohortId(), Cohorts.MAIN),
                at);
    }

    /// The rights of someone at an instant, where nobody asks to be shown anything.
    public Perspective rightsOf(User person, Instant at) {
        return as(new Viewer(person.userId(), person.role(), NO_SESSION), person, at);
    }

    /// What decides about a day; empty when there is no such day.
    public Optional<Access> decide(Perspective who, int dayNumber) {
        return states.find(who.cohortId(), dayNumber).map(day -> decide(who, day));
    }

    /// The same of a day that is at hand, as the cohort of the perspective has it.
    public Access decide(Perspective who, DayState day) {
        return AccessRule.decide(
                who,
                day,
                overrides.snapshot().select(OverrideRow.BY_USER, who.userId()).stream()
                        .filter(row -> row.dayNumber() == day.dayNumber()));
    }

    /// What decided before an exception became what it is now: for telling what the change came to.
    ///
    /// @param before the exception as it was; null when it was not there
    public Access decideWith(@Nullable OverrideRow before, OverrideRow after, Perspective who, DayState day) {
        var others = overrides.snapshot().select(OverrideRow.BY_USER, who.userId()).stream()
                .filter(row ->
                        row.dayNumber() == day.dayNumber() && !row.overrideId().equals(after.overrideId()));
        return AccessRule.decide(who, day, Stream.concat(others, Stream.ofNullable(before)));
    }

    /// Whether the viewer may see what the day holds; false when there is no such day.
    public boolean mayOpen(Viewer viewer, int dayNumber) {
        return mayOpen(of(viewer), dayNumber);
    }

    public boolean mayOpen(Perspective who, int dayNumber) {
        return decide(who, dayNumber).filter(Access::isOpen).isPresent();
    }

    /// Whether what belongs to a cohort's day is for them: students get their own cohort's, trainers all.
    ///
    /// @param cohortId null for what is everyone's
    public boolean mayOpen(Perspective who, int dayNumber, @Nullable String cohortId) {
        return (who.isTrainer() || cohortId == null || cohortId.equals(who.cohortId())) && mayOpen(who, dayNumber);
    }

    /// The same of something that may belong to a cohort.
    public boolean mayOpen(Viewer viewer, int dayNumber, @Nullable String cohortId) {
        return mayOpen(of(viewer), dayNumber, cohortId);
    }

    /// Asks for a day that the viewer may open.
    ///
    /// @throws PortalException DAY_NOT_FOUND or DAY_LOCKED
    public void require(Viewer viewer, int dayNumber) {
        if (!decide(of(viewer), dayNumber)
                .orElseThrow(() -> Days.notFound(dayNumber))
                .isOpen()) {
            throw Days.locked(dayNumber);
        }
    }
}
