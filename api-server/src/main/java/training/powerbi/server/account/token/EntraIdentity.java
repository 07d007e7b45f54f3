package training.powerbi.server.account.token;

import org.jspecify.annotations.Nullable;

/// A person of the Entra tenant, as a token names them.
///
/// @param key issuer, tenant and object id: the only thing that identifies an account. Addresses change
/// hands and anyone may claim one
/// @param email for display; may be a sign-in name
/// @param admin whether the tenant assigned the portal's admin role
public record EntraIdentity(
        String key, String email, @Nullable String displayName, boolean admin) {}
