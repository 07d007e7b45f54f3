package training.powerbi.server.account;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import training.powerbi.model.User;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.lakehouse.DeltaTable;

/// Accounts as rows of `users`.
@Service
class StoredAccounts implements Accounts {
    private final DeltaTable<String, UserRow> users;

    StoredAccounts(DeltaTable<String, UserRow> users) {
        this.users = users;
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
    public Stream<User> all() {
        return users.snapshot().rows().map(UserRow::user);
    }

    static PortalException notFound() {
        return new PortalException(ErrorCode.USER_NOT_FOUND, "There is no such user.");
    }
}
