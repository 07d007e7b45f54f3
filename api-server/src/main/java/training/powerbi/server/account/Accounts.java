package training.powerbi.server.account;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import training.powerbi.model.User;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.lakehouse.DeltaTable;

/// The people of the portal, for the other modules. Reads come from memory. Nothing here is meant for students'
/// eyes as it is: who may see whom is the caller's decision.
@Service
public class Accounts {
    private final DeltaTable<String, UserRow> users;

    Accounts(DeltaTable<String, UserRow> users) {
        this.users = users;
    }

    public Optional<User> find(String userId) {
        return users.snapshot().find(userId).map(UserRow::user);
    }

    /// @throws PortalException USER_NOT_FOUND
    public User require(String userId) {
        return find(userId).orElseThrow(Accounts::notFound);
    }

    /// Everyone, disabled accounts too, in no particular order.
    public Stream<User> all() {
        return users.snapshot().rows().map(UserRow::user);
    }

    static PortalException notFound() {
        return new PortalException(ErrorCode.USER_NOT_FOUND, "There is no such user.");
    }
}
