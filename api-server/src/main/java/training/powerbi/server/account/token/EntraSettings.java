package training.powerbi.server.account.token;

/// What a client needs to sign someone in with Microsoft.
public record EntraSettings(String tenantId, String clientId, String scope) {

    static EntraSettings of(EntraProperties entra) {
        return new EntraSettings(entra.tenantId(), entra.clientId(), "api://" + entra.clientId() + "/access_as_user");
    }
}
