package training.powerbi.server.store;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import training.powerbi.lakehouse.OneLakePlace;
import training.powerbi.lakehouse.OneLakePlace.Identity;
import training.powerbi.lakehouse.OneLakePlace.Pacing;
import training.powerbi.lakehouse.SqlPlace;
import training.powerbi.model.error.PortalException;

/// The lakehouse in Microsoft Fabric that holds the tables; without a workspace they are in a folder of this machine.
///
/// @param clientSecret without one the managed identity of this machine is used
/// @param blobEndpoint of a region or a sovereign cloud; OneLake's common one by default
/// @param authority of a sovereign cloud; Entra's common one by default
/// @param schema of a lakehouse with schemas, such as `dbo`
/// @param sqlEndpoint host of the lakehouse's SQL endpoint, with a port if it is not the usual one
/// @param sqlDatabase the lakehouse's name; asked of Fabric when empty
/// @param sqlStrict whether the endpoint is spoken to by TDS 8
/// @param apiEndpoint Fabric's REST of a sovereign cloud
/// @param linger told of at [Pacing], as is `budget`
@ConfigurationProperties("portal.fabric")
record FabricProperties(
        @DefaultValue("") String workspaceId,
        @DefaultValue("") String lakehouseId,
        @DefaultValue("") String tenantId,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @Nullable URI blobEndpoint,
        @Nullable URI authority,
        @DefaultValue("") String schema,
        @DefaultValue("") String sqlEndpoint,
        @DefaultValue("") String sqlDatabase,
        boolean sqlStrict,
        @Nullable URI apiEndpoint,
        @DefaultValue("2s") Duration linger,
        @DefaultValue("3600") int budget) {

    /// Where App Service tells its programs to ask for tokens, and by which word.
    private static final String ENDPOINT = "IDENTITY_ENDPOINT";

    private static final String HEADER = "IDENTITY_HEADER";

    /// As Fabric shows it, or with a port by a colon, as in addresses, or by a comma, as in Microsoft's tools.
    private static final Pattern SQL_ENDPOINT = Pattern.compile("([A-Za-z0-9.-]{1,253})(?:[:,](\\d{1,5}))?");

    private static final int LAST_PORT = 65_535;

    FabricProperties {
        if (!workspaceId.isEmpty()) {
            require(lakehouseId, "FABRIC_LAKEHOUSE_ID", "the tables are to be in OneLake");
            if (!clientSecret.isEmpty()) {
                require(tenantId, "FABRIC_TENANT_ID", "FABRIC_CLIENT_SECRET is set");
                require(clientId, "FABRIC_CLIENT_ID", "FABRIC_CLIENT_SECRET is set");
            }
        } else if (!(lakehouseId + tenantId + clientId + clientSecret + schema + sqlEndpoint + sqlDatabase).isEmpty()
                || blobEndpoint != null
                || apiEndpoint != null
                || authority != null) {
            require(workspaceId, "FABRIC_WORKSPACE_ID", "another FABRIC_ variable is set");
        }
        requireHttps(blobEndpoint, "FABRIC_BLOB_ENDPOINT", OneLakePlace.BLOB_ENDPOINT);
        requireHttps(authority, "FABRIC_AUTHORITY", OneLakePlace.AUTHORITY);
        if (!schema.matches("[A-Za-z0-9_]*")) {
            throw PortalException.badInput(
                    "FABRIC_SCHEMA", "FABRIC_SCHEMA may have letters, digits and _ only, such as dbo.");
        }
        if (!sqlEndpoint.isEmpty()) {
            requireHost(sqlEndpoint);
        }
        // Refused while settings are read, as every other setting is.
        var _ = new Pacing(linger, budget);
    }

    Pacing pacing() {
        return new Pacing(linger, budget);
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

    /// The SQL endpoint, if there is one to ask.
    Optional<SqlPlace> sql() {
        return sqlEndpoint.isEmpty() ? Optional.empty() : place().map(this::sql);
    }

    SqlPlace sql(OneLakePlace place) {
        var parts = SQL_ENDPOINT.matcher(sqlEndpoint);
        if (!parts.matches()) {
            throw new IllegalStateException(sqlEndpoint);
        }
        return new SqlPlace(
                place,
                parts.group(1),
                parts.group(2) == null ? SqlPlace.PORT : Integer.parseInt(parts.group(2)),
                given(sqlDatabase),
                api(),
                sqlStrict);
    }

    /// Fabric's REST.
    URI api() {
        return apiEndpoint == null ? SqlPlace.API : withoutSlash(apiEndpoint);
    }

    private static void requireHost(String endpoint) {
        var parts = SQL_ENDPOINT.matcher(endpoint);
        if (!parts.matches() || (parts.group(2) != null && !isPort(Integer.parseInt(parts.group(2))))) {
            throw PortalException.badInput(
                    "FABRIC_SQL_ENDPOINT",
                    "FABRIC_SQL_ENDPOINT is the host of the SQL connection string alone, such as"
                            + " x.datawarehouse.fabric.microsoft.com, with a port if it has its own.");
        }
    }

    private static boolean isPort(int number) {
        return number > 0 && number <= LAST_PORT;
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
