package training.powerbi.server.access.override;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.model.User;
import training.powerbi.server.access.Access;
import training.powerbi.server.access.Cohorts;
import training.powerbi.server.access.DayAccess;
import training.powerbi.server.access.Days;
import training.powerbi.server.account.Accounts;
import training.powerbi.server.account.Viewer;

/// Says why someone may or may not see a day, by the very rule that decides it.
@Service
@PreAuthorize("isAuthenticated()")
class Explainer {
    private final DayAccess access;
    private final Cohorts cohorts;
    private final OverrideList overrides;
    private final Accounts accounts;
    private final Clock clock;

    Explainer(DayAccess access, Cohorts cohorts, OverrideList overrides, Accounts accounts, Clock clock) {
        this.access = access;
        this.cohorts = cohorts;
        this.overrides = overrides;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// @param at null for now; students ask about themselves and now
    AccessExplanation explain(Viewer viewer, String userId, int dayNumber, @Nullable Instant at) {
        if (!viewer.isAdmin() && (at != null || !viewer.userId().equals(userId))) {
            throw new AccessDeniedException("someone else's access");
        }
        var person = accounts.require(userId);
        var who = access.rightsOf(person, at == null ? clock.instant() : at);
        var decided = access.decide(who, dayNumber).orElseThrow(() -> Days.notFound(dayNumber));
        var override = viewer.isAdmin() && decided.override() != null
                ? overrides.show(decided.override()).orElse(null)
                : null;
        return new AccessExplanation(
                decided.isOpen(),
                decided.decidedBy(),
                reason(decided, person, dayNumber, override),
                decided.changesAt(),
                override);
    }

    /// A student reads that an exception was made, not what was written down about it.
    private String reason(Access decided, User person, int dayNumber, @Nullable AccessOverride override) {
        var day = "Day " + dayNumber;
        var why = override == null ? "." : ": " + override.reason();
        return switch (decided.decidedBy()) {
            case INACTIVE -> "The account is disabled.";
            case TRAINER -> "Trainers see all days.";
            case GRANTED -> day + " was opened by an exception for this person" + why;
            case HELD_BACK -> day + " is held back by an exception for this person" + why;
            case UNLOCKED -> day + " was unlocked for " + cohort(person) + " by a trainer.";
            case SCHEDULE -> day + " was opened for " + cohort(person) + " by the clock.";
            case LOCKED ->
                day + " is locked for " + cohort(person)
                        + (decided.changesAt() == null ? " and no time is set for it." : " until the clock opens it.");
        };
    }

    private String cohort(User person) {
        var id = Objects.requireNonNullElse(person.cohortId(), Cohorts.MAIN);
        return cohorts.find(id).map(row -> "the cohort " + row.name()).orElse("a cohort that is gone");
    }
}
