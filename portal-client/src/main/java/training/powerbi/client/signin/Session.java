package training.powerbi.client.signin;

import java.net.URI;
import training.powerbi.client.TokenProvider;
import training.powerbi.model.User;

/// A trainer signed in to one portal. Safe for use by many threads.
public interface Session extends TokenProvider {
    URI portal();

    User user();

    /// Whether nothing but a new password is accepted for now.
    boolean passwordChangeRequired();

    /// Whether the tokens lie in a file instead of the system's keyring, which the program then shows.
    boolean keptInFile();

    /// Changes the password and goes on with the same session.
    ///
    /// @throws training.powerbi.model.error.PortalException BAD_USER_INPUT naming the field
    void changePassword(char[] current, char[] next);

    /// Ends the session here and, when it can be reached, at the portal.
    void signOut();
}
