package training.powerbi.server.account.session;

/// A session and the one refresh token that continues it.
public record Grant(Session session, String refreshToken) {

    /// The token is a credential.
    @Override
    public String toString() {
        return "Grant[session=" + session + "]";
    }
}
