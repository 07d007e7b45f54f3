package training.powerbi.server.account.user;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableSnapshot;
import training.powerbi.model.Role;
import training.powerbi.model.User;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.account.session.Sessions;
import training.powerbi.server.audit.Action;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.Authors;
import training.powerbi.server.audit.Change;
import training.powerbi.server.audit.Changes;
import training.powerbi.server.audit.Entry;
import training.powerbi.server.audit.RecordedChange;

/// What admins do with accounts. Every change holds from the next request of its user on.
@Service
public class People {
    private final DeltaTable<String, UserRow> users;
    private final Sessions sessions;
    private final Changes changes;

    People(DeltaTable<String, UserRow> users, Sessions sessions, Changes changes) {
        this.users = users;
        this.sessions = sessions;
        this.changes = changes;
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
        return change(
                attempt.to(ActionType.SET_USER_ROLE, userId, role),
                userId,
                (row, at) -> row.role() == role ? row : row.withRole(role, at),
                row -> Map.of("role", row.role()));
    }

    @PreAuthorize("hasRole('ADMIN')")
    public User setActive(Attempt attempt, String userId, boolean active) {
        var user = change(
                attempt.to(ActionType.SET_USER_ACTIVE, userId, active),
                userId,
                (row, at) -> row.active() == active ? row : row.withActive(active, at),
                row -> Map.of("isActive", row.active()));
        if (!user.isActive()) {
            sessions.endAll(userId, null);
        }
        return user;
    }

    /// Takes an earlier change back.
    @PreAuthorize("hasRole('ADMIN')")
    User undo(Action action, RecordedChange undone, BiFunction<UserRow, Instant, UserRow> change) {
        var user = change(action, undone.what(), change, (_, _) -> undone.undone());
        if (!user.isActive()) {
            sessions.endAll(user.userId(), null);
        }
        return user;
    }

    private User change(
            Action action,
            String userId,
            BiFunction<UserRow, Instant, UserRow> change,
            Function<UserRow, Map<String, Object>> described) {
        return change(
                action,
                userId,
                change,
                (before, after) -> Entry.of(userId, described.apply(before), described.apply(after)));
    }

    private User change(
            Action action,
            String userId,
            BiFunction<UserRow, Instant, UserRow> change,
            BiFunction<UserRow, UserRow, Entry> entry) {
        if (changes.made(action)) {
            return users.snapshot().find(userId).map(UserRow::user).orElseThrow(StoredAccounts::notFound);
        }
        return changes.run(action, users, (state, at) -> {
                    requireAdmin(state, action);
                    var before = state.find(userId).orElseThrow(StoredAccounts::notFound);
                    var after = change.apply(before, at);
                    if (after.equals(before)) {
                        return Change.none(before);
                    }
                    keepAnAdmin(state, before, after);
                    return Change.of(after, entry.apply(before, after));
                })
                .answer()
                .user();
    }

    /// In the very state that is changed: a demotion in the same commit counts already, whoever was quicker to knock.
    private static void requireAdmin(TableSnapshot<String, UserRow> state, Action action) {
        if (state.find(action.adminId()).filter(UserRow::activeAdmin).isEmpty()) {
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
}
