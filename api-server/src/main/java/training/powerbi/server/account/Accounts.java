package training.powerbi.server.account;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import training.powerbi.model.User;

/// The people of the portal, for the other modules. Reads come from memory. Who may see whom is the caller's
/// decision.
public interface Accounts {

    Optional<User> find(String userId);

    /// The user of that id, or USER_NOT_FOUND.
    User require(String userId);

    /// The sessions a user has now, oldest first. Nothing in them could open one.
    List<SessionTimes> sessions(String userId);

    /// The accounts that earlier versions took for different ones although their addresses cannot be told apart.
    List<LookAlikes> lookAlikes();

    /// Everyone, disabled accounts too, in no particular order.
    Stream<User> all();
}
