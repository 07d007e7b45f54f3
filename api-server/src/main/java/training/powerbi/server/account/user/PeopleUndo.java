package training.powerbi.server.account.user;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import training.powerbi.model.Role;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.audit.Action;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.RecordedChange;
import training.powerbi.server.audit.Undoable;

/// Undoes changes of roles, and of accounts disabled or enabled; by the rules that those changes obey.
@Component
class PeopleUndo implements Undoable {
    private final People people;

    PeopleUndo(People people) {
        this.people = people;
    }

    @Override
    public Set<ActionType> types() {
        return Set.of(ActionType.SET_USER_ROLE, ActionType.SET_USER_ACTIVE);
    }

    @Override
    public void undo(Action action, RecordedChange change, Supplier<PortalException> builtUpon) {
        people.undo(action, change, (row, at) -> {
            if (!isAs(row, change.after())) {
                throw builtUpon.get();
            }
            return restored(row, change.before(), at);
        });
    }

    private static boolean isAs(UserRow row, Map<String, @Nullable Object> told) {
        return (!told.containsKey("role") || row.role() == role(told))
                && (!told.containsKey("isActive") || Objects.equals(row.active(), told.get("isActive")));
    }

    private static UserRow restored(UserRow row, Map<String, @Nullable Object> told, Instant at) {
        var withRole = told.containsKey("role") ? row.withRole(role(told), at) : row;
        return told.get("isActive") instanceof Boolean active ? withRole.withActive(active, at) : withRole;
    }

    private static Role role(Map<String, @Nullable Object> told) {
        return Role.valueOf(String.valueOf(told.get("role")).toUpperCase(Locale.ROOT));
    }
}
