package training.powerbi.server.account.user;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableSnapshot;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.model.Role;
import training.powerbi.model.User;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.account.session.Sessions;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.AuditTrail;
import training.powerbi.server.audit.Authors;

/// What admins do with accounts. Every change holds from the next request of its user on.
@Service
public class People {
    private final DeltaTable<String, UserRow> users;
    private final Sessions sessions;
    private final AuditTrail audit;
    private final Clock clock;

    People(DeltaTable<String, UserRow> users, Sessions sessions, AuditTrail audit, Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    @PreAuthorize("isAuthenticated()")
    public User me(Viewer viewer) {
        return users.snapshot().find(viewer.userId()).map(UserRow::user).orElseThrow(StoredAccounts::notFound);
    }

    @PreAuthorize("hasRole('ADMIN')")
    public List<User> matching(UserFilter filter) {
        return users.snapshot()
                .rows()
                .map(UserRow::user)
                .filter(filter::matches)
                .toList();
    }

    @PreAuthorize("hasRole('ADMIN')")
    public User setRole(Attempt attempt, String userId, Role role) {
        var now = now();
        return change(
                attempt,
                ActionType.SET_USER_ROLE,
                userId,
                row -> row.role() == role ? row : row.withRole(role, now),
                row -> Map.of("role", row.role()));
    }

    @PreAuthorize("hasRole('ADMIN')")
    public User setActive(Attempt attempt, String userId, boolean active) {
        var now = now();
        var user = change(
                attempt,
                ActionType.SET_USER_ACTIVE,
                userId,
                row -> row.active() == active ? row : row.withActive(active, now),
                row -> Map.of("isActive", row.active()));
        if (!user.isActive()) {
            sessions.endAll(userId, null);
        }
        return user;
    }

    private User change(
            Attempt attempt,
            ActionType type,
            String userId,
            UnaryOperator<UserRow> change,
            Function<UserRow, Map<String, Object>> described) {
        if (audit.done(attempt, type)) {
            return users.snapshot().find(userId).map(UserRow::user).orElseThrow(StoredAccounts::notFound);
        }
        return users.update(state -> {
                    requireAdmin(state, attempt);
                    var before = state.find(userId).orElseThrow(StoredAccounts::notFound);
                    var after = change.apply(before);
                    if (after.equals(before)) {
                        return Verdict.unchanged(before);
                    }
                    keepAnAdmin(state, before, after);
                    return Verdict.upsert(
                            after,
                            audit.note(attempt, type, null, userId, described.apply(before), described.apply(after)));
                })
                .answer()
                .user();
    }

    /// In the very state that is changed: a demotion in the same commit counts already, whoever was quicker to knock.
    private static void requireAdmin(TableSnapshot<String, UserRow> state, Attempt attempt) {
        if (state.find(attempt.adminId()).filter(UserRow::activeAdmin).isEmpty()) {
            throw Authors.dismissed();
        }
    }

    private static void keepAnAdmin(TableSnapshot<String, UserRow> state, UserRow before, UserRow after) {
        if (before.activeAdmin()
                && !after.activeAdmin()
                && state.rows()
                        .noneMatch(row -> row.activeAdmin() && !row.userId().equals(before.userId()))) {
            throw PortalException.badInput(
                    "userId", "This is the last active admin; make someone else an admin first.");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
