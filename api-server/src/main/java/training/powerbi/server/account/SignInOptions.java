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
    ///
    /// @param authority base address of the sign-in service; null for Microsoft's worldwide one
    public record Microsoft(
            String tenantId,
            String clientId,
            String scope,
            @Nullable String authority) {

        static Microsoft of(EntraSettings entra) {
            return new Microsoft(entra.tenantId(), entra.clientId(), entra.scope(), entra.authority());
        }
    }

    public static SignInOptions of(RegistrationMode mode, @Nullable EntraSettings entra) {
        return new SignInOptions(mode.name().toLowerCase(Locale.ROOT), entra == null ? null : Microsoft.of(entra));
    }
}
