package training.powerbi.server.account.token;

/// Where the keys of our own tokens come from. They may change while the server runs.
@FunctionalInterface
interface KeySource {

    /// The keys of now; the same object as long as they are the same.
    SigningKeys now();

    /// Looks for newer keys at once, as there is a token that none of these has signed; at most once a second.
    default void lookAgain() {}
}
