package training.powerbi.server.calendar;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.model.Role;
import training.powerbi.model.User;
import training.powerbi.server.access.Cohorts;
import training.powerbi.server.account.Accounts;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.limit.Allowance;

/// Addresses of calendars. One is made when it is first asked for, and lasts until its owner renews it or may not see
/// that calendar any more.
@Service
public class CalendarFeeds {
    static final String PATH = "/api/v1/calendar/";
    private static final int SECRET_BYTES = 24;
    private static final int RENEWALS_PER_HOUR = 20;

    private final DeltaTable<String, FeedRow> feeds;
    private final Cohorts cohorts;
    private final Accounts accounts;
    private final Clock clock;
    private final Allowance renewals;
    private final SecureRandom random = new SecureRandom();

    CalendarFeeds(DeltaTable<String, FeedRow> feeds, Cohorts cohorts, Accounts accounts, Clock clock) {
        this.feeds = feeds;
        this.cohorts = cohorts;
        this.accounts = accounts;
        this.clock = clock;
        this.renewals = new Allowance(RENEWALS_PER_HOUR, Duration.ofHours(1), clock);
    }

    /// The address, on the API's own origin.
    ///
    /// @param cohortId for trainers to choose, null for `main`; students get their own cohort's
    @PreAuthorize("isAuthenticated()")
    public String address(Viewer viewer, @Nullable String cohortId) {
        return address(viewer, cohortId, false);
    }

    /// Another address; the one before opens nothing from now on.
    @PreAuthorize("isAuthenticated()")
    public String renew(Viewer viewer, @Nullable String cohortId) {
        cohort(viewer, cohortId);
        renewals.take(viewer.userId(), "Your calendar has had " + RENEWALS_PER_HOUR + " new addresses within an hour");
        return address(viewer, cohortId, true);
    }

    private String address(Viewer viewer, @Nullable String cohortId, boolean renew) {
        var cohort = cohort(viewer, cohortId);
        var id = FeedRow.id(viewer.userId(), cohort);
        var made = new FeedRow(id, viewer.userId(), cohort, secret(), clock.instant());
        var there = feeds.snapshot().find(id);
        var row = there.isPresent() && !renew
                ? there.get()
                : feeds.update(rows -> rows.find(id)
                                .filter(_ -> !renew)
                                .map(Verdict::<String, FeedRow, FeedRow>unchanged)
                                .orElseGet(() -> new Verdict<>(List.of(made), List.of(), List.of(), made)))
                        .answer();
        return PATH + row.secret() + ".ics";
    }

    private @Nullable String cohort(Viewer viewer, @Nullable String cohortId) {
        if (viewer.isAdmin()) {
            return cohorts.require(Objects.requireNonNullElse(cohortId, Cohorts.MAIN))
                    .cohortId();
        }
        if (cohortId != null) {
            throw new AccessDeniedException("another cohort's calendar");
        }
        return null;
    }

    private String secret() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// The cohort whose calendar the secret opens now: a student's own of today, a trainer's choice; empty for anything
    /// else, such as a secret of someone who is disabled, or no trainer any more.
    Optional<String> cohortOf(String secret) {
        return feeds.snapshot().select(FeedRow.BY_SECRET, secret).stream()
                .findFirst()
                .flatMap(feed -> accounts.find(feed.userId())
                        .filter(User::isActive)
                        .flatMap(user -> cohortFor(user, feed.cohortId())));
    }

    private static Optional<String> cohortFor(User user, @Nullable String chosen) {
        if (chosen != null) {
            return user.role() == Role.ADMIN ? Optional.of(chosen) : Optional.empty();
        }
        return Optional.of(Objects.requireNonNullElse(user.cohortId(), Cohorts.MAIN));
    }
}
