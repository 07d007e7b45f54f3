package training.powerbi.server.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.Role;
import training.powerbi.model.User;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Accounts as a test wants them.
public final class People implements Accounts {
    private static final Instant MADE = Instant.parse("2026-01-01T00:00:00Z");

    private final Map<String, User> users = new ConcurrentHashMap<>();

    /// Adds a student.
    ///
    /// @param cohortId null for `main`
    public Viewer student(String id, @Nullable String cohortId) {
        return add(id, Role.STUDENT, true, cohortId);
    }

    public Viewer add(String id, Role role, boolean active, @Nullable String cohortId) {
        users.put(id, new User(id, id + "@example.org", "Person " + id, role, MADE, null, active, cohortId));
        return new Viewer(id, role, "session-" + id);
    }

    @Override
    public Optional<User> find(String userId) {
        return Optional.ofNullable(users.get(userId));
    }

    @Override
    public User require(String userId) {
        return find(userId).orElseThrow(() -> new PortalException(ErrorCode.USER_NOT_FOUND, "There is no such user."));
    }

    @Override
    public List<SessionTimes> sessions(String userId) {
        return List.of();
    }

    @Override
    public List<LookAlikes> lookAlikes() {
        return List.of();
    }

    @Override
    public Stream<User> all() {
        return users.values().stream();
    }
}
