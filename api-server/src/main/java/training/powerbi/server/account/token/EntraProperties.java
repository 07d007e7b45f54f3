package training.powerbi.server.account.token;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// The one Microsoft Entra ID tenant whose people may sign in (ENTRA_TENANT_ID, ENTRA_CLIENT_ID).
///
/// @param authority base address of the sign-in service; national clouds have their own
/// @param jwksUri where the tenant's public keys are; empty: where Microsoft keeps them
@ConfigurationProperties("portal.entra")
@Validated
record EntraProperties(
        @DefaultValue("") String tenantId,
        @DefaultValue("") String clientId,
        @DefaultValue(EntraProperties.MICROSOFT) String authority,
        @DefaultValue("") String jwksUri) {

    static final String MICROSOFT = "https://login.microsoftonline.com";

    /// The one permission that the portal publishes and asks for.
    static final String SCOPE = "access_as_user";

    EntraProperties {
        tenantId = tenantId.strip();
        clientId = clientId.strip();
        authority = authority.isBlank() ? MICROSOFT : authority.strip();
    }

    String issuer() {
        return authority + '/' + tenantId + "/v2.0";
    }

    String keysAddress() {
        return jwksUri.isBlank() ? authority + '/' + tenantId + "/discovery/v2.0/keys" : jwksUri;
    }
}
