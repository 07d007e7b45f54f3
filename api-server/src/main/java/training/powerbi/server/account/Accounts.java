package training.powerbi.server.account;

import java.util.Optional;
import java.util.stream.Stream;
import training.powerbi.model.User;

public interface Accounts {
    Optional<User> find(String userId);

    User require(String userId);

    Stream<User> all();
}
