package training.powerbi.server.export;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.model.User;
import training.powerbi.server.access.override.ExceptionHistory;
import training.powerbi.server.account.Accounts;
import training.powerbi.server.account.SessionTimes;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.audit.AuditSubjects;
import training.powerbi.server.progress.WatchHistory;

/// What the portal keeps about one person, over all features, for that person or an admin to take away.
@Service
class LearnerData {
    private final Accounts accounts;
    private final WatchHistory history;
    private final ExceptionHistory exceptions;
    private final AuditSubjects audit;
    private final Clock clock;

    LearnerData(
            Accounts accounts, WatchHistory history, ExceptionHistory exceptions, AuditSubjects audit, Clock clock) {
        this.accounts = accounts;
        this.history = history;
        this.exceptions = exceptions;
        this.audit = audit;
        this.clock = clock;
    }

    record Export(
            Instant exportedAt,
            User account,
            List<SessionTimes> sessions,
            List<WatchHistory.WatchedDay> progress,
            List<ExceptionHistory.MadeException> exceptions,
            List<Done> actions) {}

    /// What a trainer did to the person, such as giving them a role.
    record Done(String actionType, @Nullable Integer dayNumber, Instant timestamp) {}

    /// The data of one person.
    ///
    /// @throws AccessDeniedException when a student asks for someone else's, whether there is such a person or not
    @PreAuthorize("isAuthenticated()")
    public Export of(Viewer viewer, String userId) {
        if (!viewer.isAdmin() && !viewer.userId().equals(userId)) {
            throw new AccessDeniedException("data of someone else");
        }
        var account = accounts.require(userId);
        return new Export(
                clock.instant(),
                account,
                accounts.sessions(userId),
                history.of(viewer, userId),
                exceptions.of(viewer, userId),
                actions(userId));
    }

    private List<Done> actions(String userId) {
        return audit.about(userId).stream()
                .map(action -> new Done(action.actionType(), action.dayNumber(), action.timestamp()))
                .sorted(Comparator.comparing(Done::timestamp))
                .toList();
    }
}
