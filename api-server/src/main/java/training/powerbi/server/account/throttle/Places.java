package training.powerbi.server.account.throttle;

/// From where people sign in to their accounts. Remembered over restarts, as hashes, a bounded number for each account.
public interface Places {

    /// Whether someone signed in to the account from there within the last 30 days.
    boolean isFamiliar(String account, String network);

    /// Someone has just signed in to the account from there. Nobody waits until that is durable.
    void remember(String account, String network);
}
