package training.powerbi.lakehouse.open;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import training.powerbi.lakehouse.OneLakePlace;
import training.powerbi.lakehouse.OneLakePlace.Pacing;
import training.powerbi.lakehouse.SqlEndpoint;
import training.powerbi.lakehouse.SqlPlace;
import training.powerbi.lakehouse.files.onelake.OneLakeHome;

/// The trial in a real tenant: `./mvnw -Plive -pl shared-model,lakehouse verify`, with the variables a server is
/// started with. Without them it says that it was skipped; nothing else is said of Fabric then.
class LiveTenant {
    private static final String UNSET =
            "skipped: set FABRIC_WORKSPACE_ID, FABRIC_LAKEHOUSE_ID, FABRIC_TENANT_ID, FABRIC_CLIENT_ID and"
                    + " FABRIC_CLIENT_SECRET (FABRIC_SQL_ENDPOINT, FABRIC_SCHEMA if there are) to try a real tenant";

    private static String variable(String name) {
        return Optional.ofNullable(System.getenv(name)).orElse("").strip();
    }

    private static URI address(String name, URI usual) {
        return variable(name).isEmpty() ? usual : URI.create(variable(name));
    }

    @Test
    void aRealLakehouseIsGoodForAStore() throws IOException {
        var isSet = !variable("FABRIC_WORKSPACE_ID").isEmpty()
                && !variable("FABRIC_LAKEHOUSE_ID").isEmpty()
                && !variable("FABRIC_TENANT_ID").isEmpty()
                && !variable("FABRIC_CLIENT_ID").isEmpty()
                && !variable("FABRIC_CLIENT_SECRET").isEmpty();
        assumeTrue(isSet, UNSET);

        new TenantTrial(home(), home(), endpoint()).run();
    }

    private static OneLakeHome home() {
        return new OneLakeHome(place(), UUID.randomUUID().toString(), Pacing.USUAL, Clock.systemUTC());
    }

    private static OneLakePlace place() {
        var identity = new OneLakePlace.Identity.ClientSecret(
                address("FABRIC_AUTHORITY", OneLakePlace.AUTHORITY),
                variable("FABRIC_TENANT_ID"),
                variable("FABRIC_CLIENT_ID"),
                variable("FABRIC_CLIENT_SECRET"));
        return new OneLakePlace(
                variable("FABRIC_WORKSPACE_ID"),
                variable("FABRIC_LAKEHOUSE_ID"),
                Optional.of(variable("FABRIC_SCHEMA")).filter(schema -> !schema.isEmpty()),
                address("FABRIC_BLOB_ENDPOINT", OneLakePlace.BLOB_ENDPOINT),
                identity);
    }

    private static Optional<SqlEndpoint> endpoint() {
        return Optional.of(variable("FABRIC_SQL_ENDPOINT"))
                .filter(host -> !host.isEmpty())
                .map(host -> new SqlPlace(
                        place(),
                        host,
                        SqlPlace.PORT,
                        Optional.of(variable("FABRIC_SQL_DATABASE")).filter(name -> !name.isEmpty()),
                        address("FABRIC_API_ENDPOINT", SqlPlace.API),
                        false))
                .map(place -> Lakehouses.sqlEndpoint(place, Clock.systemUTC()));
    }
}
