package training.powerbi.server.account.join;

import org.jspecify.annotations.Nullable;

/// What someone who registers sends; anything else they send, such as a role, is ignored.
public record NewAccount(
        @Nullable String email,
        @Nullable String password,
        @Nullable String displayName,
        @Nullable String inviteCode) {

    /// The password stays out of logs.
    @Override
    public String toString() {
        return "NewAccount";
    }
}
