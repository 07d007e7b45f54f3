package training.powerbi.server.store;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import training.powerbi.lakehouse.OneLakePlace;
import training.powerbi.lakehouse.OneLakePlace.Identity;
import training.powerbi.model.error.PortalException;

/// The lakehouse in Microsoft Fabric that holds the tables; without a workspace they are in a folder of this machine.
///
/// @param clientSecret without one the managed identity of this machine is used
/// @param blobEndpoint of a region or a sovereign cloud; OneLake's common one by default
/// @param authority of a sovereign cloud; Entra's common one by default
/// @param schema of a lakehouse with schemas, such as `dbo`
@ConfigurationProperties("portal.fabric")
record FabricProperties(
        @DefaultValue("") String workspaceId,
        @DefaultValue("") String lakehouseId,
        @DefaultValue("") String tenantId,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @Nullable URI blobEndpoint,
        @Nullable URI authority,
        @DefaultValue("") String schema) {

    /// Where App Service tells its programs to ask for tokens, and by which word.
    private static final String ENDPOINT = "IDENTITY_ENDPOINT";

    private static final String HEADER = "IDENTITY_HEADER";

    FabricProperties {
        if (!workspaceId.isEmpty()) {
            require(lakehouseId, "FABRIC_LAKEHOUSE_ID", "the tables are to be in OneLake");
            if (!clientSecret.isEmpty()) {
                require(tenantId, "FABRIC_TENANT_ID", "FABRIC_CLIENT_SECRET is set");
                require(clientId, "FABRIC_CLIENT_ID", "FABRIC_CLIENT_SECRET is set");
            }
        } else if (!(lakehouseId + tenantId + clientId + clientSecret + schema).isEmpty()
                || blobEndpoint != null
                || authority != null) {
            require(workspaceId, "FABRIC_WORKSPACE_ID", "another FABRIC_ variable is set");
        }
        requireHttps(blobEndpoint, "FABRIC_BLOB_ENDPOINT", OneLakePlace.BLOB_ENDPOINT);
        requireHttps(authority, "FABRIC_AUTHORITY", OneLakePlace.AUTHORITY);
        if (!schema.matches("[A-Za-z0-9_]*")) {
            throw PortalException.badInput(
                    "FABRIC_SCHEMA", "FABRIC_SCHEMA may have letters, digits and _ only, such as dbo.");
        }
    }

    private static void require(String value, String variable, String because) {
        if (value.isEmpty()) {
            throw PortalException.badInput(variable, variable + " must be set, as " + because + ".");
        }
    }

    /// Tokens and the secret go there.
    private static void requireHttps(@Nullable URI address, String variable, URI example) {
        if (address != null && (!"https".equalsIgnoreCase(address.getScheme()) || address.getHost() == null)) {
            throw PortalException.badInput(
                    variable, variable + " must be an address that begins with https://, such as " + example + ".");
        }
    }

    /// The place, if the tables are there.
    Optional<OneLakePlace> place() {
        return workspaceId.isEmpty() ? Optional.empty() : Optional.of(place(System.getenv()));
    }

    OneLakePlace place(Map<String, String> environment) {
        return new OneLakePlace(
                workspaceId,
                lakehouseId,
                given(schema),
                blobEndpoint == null ? OneLakePlace.BLOB_ENDPOINT : withoutSlash(blobEndpoint),
                identity(environment));
    }

    private Identity identity(Map<String, String> environment) {
        if (!clientSecret.isEmpty()) {
            var directory = authority == null ? OneLakePlace.AUTHORITY : withoutSlash(authority);
            return new Identity.ClientSecret(directory, tenantId, clientId, clientSecret);
        }
        var endpoint = environment.get(ENDPOINT);
        return endpoint == null
                ? new Identity.VirtualMachine(Identity.VirtualMachine.ENDPOINT, given(clientId))
                : new Identity.AppService(URI.create(endpoint), environment.getOrDefault(HEADER, ""), given(clientId));
    }

    private static Optional<String> given(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    private static URI withoutSlash(URI address) {
        return URI.create(address.toString().replaceAll("/+$", ""));
    }

    @Override
    public String toString() {
        return "lakehouse " + lakehouseId + " in workspace " + workspaceId;
    }
}
