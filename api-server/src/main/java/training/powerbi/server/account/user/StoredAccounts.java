package training.powerbi.server.account.user;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.model.User;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.account.Accounts;
import training.powerbi.server.account.LookAlikes;
import training.powerbi.server.account.SessionTimes;
import training.powerbi.server.account.session.Sessions;

/// Accounts as rows of `users`.
@Service
public class StoredAccounts implements Accounts {
    private final DeltaTable<String, UserRow> users;
    private final Sessions sessions;

    StoredAccounts(DeltaTable<String, UserRow> users, Sessions sessions) {
        this.users = users;
        this.sessions = sessions;
    }

    @Override
    public Optional<User> find(String userId) {
        return users.snapshot().find(userId).map(UserRow::user);
    }

    @Override
    public User require(String userId) {
        return find(userId).orElseThrow(StoredAccounts::notFound);
    }

    @Override
    public List<SessionTimes> sessions(String userId) {
        return sessions.of(userId).stream()
                .map(session -> new SessionTimes(session.startedAt(), session.continuedAt(), session.expiresAt()))
                .sorted(Comparator.comparing(SessionTimes::startedAt))
                .toList();
    }

    @Override
    public List<LookAlikes> lookAlikes() {
        return users
                .snapshot()
                .rows()
                .filter(row -> row.passwordHash() != null)
                .collect(Collectors.groupingBy(row -> Emails.normal(row.email()), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .filter(group -> group.getValue().size() > 1)
                .map(group -> new LookAlikes(group.getKey(), oldestFirst(group.getValue())))
                .toList();
    }

    private static List<String> oldestFirst(List<UserRow> rows) {
        return rows.stream()
                .sorted(Comparator.comparing(UserRow::createdAt))
                .map(UserRow::userId)
                .toList();
    }

    @Override
    public Stream<User> all() {
        return users.snapshot().rows().map(UserRow::user);
    }

    public static PortalException notFound() {
        return new PortalException(ErrorCode.USER_NOT_FOUND, "There is no such user.");
    }
}
