package training.powerbi.server.account;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import training.powerbi.server.account.token.EntraSettings;

/// What a client has to know before anyone is signed in.
///
/// @param registrationMode `open`, `invite` or `closed`
/// @param entra null when sign-in with Microsoft is not set up
public record SignInOptions(
        String registrationMode, @Nullable Microsoft entra) {

    /// How to ask Microsoft for a token that this portal accepts.
    public record Microsoft(String tenantId, String clientId, String scope) {}

    static SignInOptions of(RegistrationMode mode, @Nullable EntraSettings entra) {
        return new SignInOptions(
                mode.name().toLowerCase(Locale.ROOT),
                entra == null ? null : new Microsoft(entra.tenantId(), entra.clientId(), entra.scope()));
    }
}
