package training.powerbi.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import training.powerbi.lakehouse.OneLakePlace;
import training.powerbi.lakehouse.OneLakePlace.Identity;
import training.powerbi.lakehouse.SqlPlace;
import training.powerbi.model.error.PortalException;

class FabricPropertiesTest {

    @Test
    void withoutAnyVariableTheTablesAreInAFolder() {
        assertThat(properties("", "", "", "", "", null, "").place()).isEmpty();
    }

    @Test
    void aSecretMakesAnAppRegistration() {
        var place = properties("ws", "lh", "t", "c", "s", null, "dbo").place(Map.of());

        assertThat(place)
                .isEqualTo(new OneLakePlace(
                        "ws",
                        "lh",
                        Optional.of("dbo"),
                        OneLakePlace.BLOB_ENDPOINT,
                        new Identity.ClientSecret(OneLakePlace.AUTHORITY, "t", "c", "s")));
        assertThat(place.identity()).asString().doesNotContain("secret=");
    }

    @Test
    void withoutASecretItIsTheManagedIdentity() {
        var service = properties("ws", "lh", "", "", "", null, "")
                .place(Map.of("IDENTITY_ENDPOINT", "http://127.0.0.1:41/msi/token", "IDENTITY_HEADER", "h"));
        var machine = properties("ws", "lh", "", "user-assigned", "", null, "").place(Map.of());

        assertThat(service.identity())
                .isEqualTo(new Identity.AppService(URI.create("http://127.0.0.1:41/msi/token"), "h", Optional.empty()));
        assertThat(machine.identity())
                .isEqualTo(new Identity.VirtualMachine(Identity.VirtualMachine.ENDPOINT, Optional.of("user-assigned")));
    }

    @Test
    void anEndpointMayEndWithASlash() {
        var place = properties("ws", "lh", "t", "c", "s", "https://localhost:11443/devstoreaccount1/", "")
                .place(Map.of());

        assertThat(place.blobEndpoint()).hasToString("https://localhost:11443/devstoreaccount1");
    }

    @Test
    void noTokenGoesOverAnOpenLine() {
        for (var open : new String[] {"http://localhost:11443/devstoreaccount1", "onelake.blob.fabric.microsoft.com"}) {
            assertThatThrownBy(() -> properties("ws", "lh", "t", "c", "s", open, ""))
                    .isInstanceOf(PortalException.class)
                    .hasMessageStartingWith("FABRIC_BLOB_ENDPOINT must be an address that begins with https://");
        }
    }

    @Test
    void whatIsMissingIsNamed() {
        missing("FABRIC_LAKEHOUSE_ID", "ws", "", "t", "c", "s");
        missing("FABRIC_TENANT_ID", "ws", "lh", "", "c", "hush");
        missing("FABRIC_CLIENT_ID", "ws", "lh", "t", "", "hush");
        missing("FABRIC_WORKSPACE_ID", "", "lh", "", "", "");
        missing("FABRIC_WORKSPACE_ID", "", "", "", "", "hush");
    }

    private static void missing(String variable, String ws, String lh, String tenant, String client, String secret) {
        assertThatThrownBy(() -> properties(ws, lh, tenant, client, secret, null, ""))
                .isInstanceOf(PortalException.class)
                .hasMessageStartingWith(variable + " must be set")
                .hasMessageNotContaining("hush");
    }

    @Test
    void theSqlEndpointIsAHostAndMayHaveAPort() {
        var place = properties("ws", "lh", "t", "c", "s", null, "").place(Map.of());

        assertThat(withSql("ws", "x.datawarehouse.fabric.microsoft.com", "portal")
                        .sql(place))
                .isEqualTo(new SqlPlace(
                        place,
                        "x.datawarehouse.fabric.microsoft.com",
                        1433,
                        Optional.of("portal"),
                        SqlPlace.API,
                        false));
        assertThat(withSql("ws", "localhost,14330", "").sql(place).port()).isEqualTo(14330);
        assertThat(withSql("ws", "localhost:14330", "").sql(place).database()).isEmpty();
        assertThat(properties("ws", "lh", "t", "c", "s", null, "").sql()).isEmpty();
    }

    @Test
    void aConnectionStringIsNoHost() {
        for (var wrong : List.of("https://x.fabric.microsoft.com", "x;encrypt=false", "x:70000", "x:0", "x y")) {
            assertThatThrownBy(() -> withSql("ws", wrong, ""))
                    .isInstanceOf(PortalException.class)
                    .hasMessageStartingWith("FABRIC_SQL_ENDPOINT is the host");
        }
        assertThatThrownBy(() -> withSql("", "x", "")).hasMessageStartingWith("FABRIC_WORKSPACE_ID must be set");
    }

    private static FabricProperties properties(
            String workspace,
            String lakehouse,
            String tenant,
            String client,
            String secret,
            @Nullable String endpoint,
            String schema) {
        return properties(workspace, lakehouse, tenant, client, secret, endpoint, schema, "", "");
    }

    private static FabricProperties withSql(String workspace, String sql, String database) {
        return properties(workspace, workspace, "", "", "", null, "", sql, database);
    }

    private static FabricProperties properties(
            String workspace,
            String lakehouse,
            String tenant,
            String client,
            String secret,
            @Nullable String endpoint,
            String schema,
            String sql,
            String database) {
        return new FabricProperties(
                workspace,
                lakehouse,
                tenant,
                client,
                secret,
                endpoint == null ? null : URI.create(endpoint),
                null,
                schema,
                sql,
                database,
                false,
                null,
                Duration.ofSeconds(2),
                3_600);
    }
}
