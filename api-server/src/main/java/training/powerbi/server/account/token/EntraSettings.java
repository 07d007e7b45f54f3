package training.powerbi.server.account.token;

import org.jspecify.annotations.Nullable;

/// What a client needs to sign someone in with Microsoft.
///
/// @param authority base address of a sign-in service other than Microsoft's worldwide one
public record EntraSettings(
        String tenantId,
        String clientId,
        String scope,
        @Nullable String authority) {

    static EntraSettings of(EntraProperties entra) {
        var authority = entra.authority();
        return new EntraSettings(
                entra.tenantId(),
                entra.clientId(),
                "api://" + entra.clientId() + '/' + EntraProperties.SCOPE,
                authority.equals(EntraProperties.MICROSOFT) ? null : authority);
    }
}
