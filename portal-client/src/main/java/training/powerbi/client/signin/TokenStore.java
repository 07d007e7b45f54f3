package training.powerbi.client.signin;

import java.util.Optional;

/// Keeps secrets between two starts of the program. Safe for use by many threads.
public interface TokenStore {

    /// Empty when there is none, or when it cannot be read: signing in again replaces it.
    Optional<String> read(String name);

    void write(String name, String secret);

    void delete(String name);

    /// Whether secrets lie in a file that whoever can read this account's files can read.
    boolean isFile();
}
