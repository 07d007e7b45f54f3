package training.powerbi.server.account.user;

import java.util.Optional;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.server.account.Standing;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.account.session.Sessions;

/// Standing as the tables have it.
@Component
class StoredStanding implements Standing {
    private final DeltaTable<String, UserRow> users;
    private final Sessions sessions;

    StoredStanding(DeltaTable<String, UserRow> users, Sessions sessions) {
        this.users = users;
        this.sessions = sessions;
    }

    @Override
    public Optional<Viewer> now(String userId, String sessionId) {
        return users.snapshot()
                .find(userId)
                .filter(UserRow::active)
                .filter(user -> user.isEntraSession(sessionId)
                        || sessions.find(sessionId).filter(user::admits).isPresent())
                .map(user -> new Viewer(userId, user.role(), sessionId));
    }

    @Override
    public boolean isActiveAdmin(String userId) {
        return users.snapshot().find(userId).filter(UserRow::activeAdmin).isPresent();
    }
}
