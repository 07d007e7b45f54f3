package training.powerbi.client;

/// Where requests get their bearer token. Safe for use by many threads.
public interface TokenProvider {
    /// A token valid for at least the next half minute, renewed when need be; blocks while it is renewed.
    ///
    /// @throws SignedOutException when only a new sign-in can help
    /// @throws UnreachableException when it cannot be renewed for now
    String accessToken();

    /// The server refused the token; the next call brings another.
    void refused(String token);
}
