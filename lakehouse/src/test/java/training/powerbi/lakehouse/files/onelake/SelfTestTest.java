package training.powerbi.lakehouse.files.onelake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import training.powerbi.lakehouse.OneLakePlace;
import training.powerbi.lakehouse.OneLakePlace.Identity;
import training.powerbi.lakehouse.files.onelake.rest.Patience;
import training.powerbi.lakehouse.testing.fabric.FabricDoubles;
import training.powerbi.model.error.PortalException;

/// Each thing that can be wrong with a lakehouse has a sentence that says what to do.
class SelfTestTest {
    @RegisterExtension
    static final FabricDoubles FABRIC = new FabricDoubles();

    private static final Patience SHORT = new Patience(Duration.ofSeconds(2), Duration.ofSeconds(1));

    @Test
    void aGoodPlaceOpensAndNothingOfTheTestStays() throws IOException {
        var home = TestHomes.open(FABRIC, FABRIC.lakehouse());

        home.lease().close();

        assertThat(home.kind()).isEqualTo("onelake");
    }

    @ParameterizedTest
    @CsvSource({
        "client-id, wrong, FABRIC_CLIENT_SECRET is wrong",
        "client-id, expired-secret, FABRIC_CLIENT_SECRET has expired",
        "other, secret, FABRIC_CLIENT_ID is wrong"
    })
    void aWrongAppRegistrationIsTold(String client, String secret, String sentence) {
        var place = FABRIC.lakehouse();

        refused(as(place, new Identity.ClientSecret(FABRIC.authority(), FabricDoubles.TENANT, client, secret)))
                .hasMessageStartingWith(sentence)
                .hasMessageNotContaining("expired-secret");
    }

    @Test
    void aWrongTenantIsTold() {
        var place = FABRIC.lakehouse();

        refused(as(place, new Identity.ClientSecret(FABRIC.authority(), "other-tenant", "client-id", "secret")))
                .hasMessageStartingWith("FABRIC_TENANT_ID is wrong");
    }

    @Test
    void aManagedIdentityThatIsNotThereIsTold() {
        var place = FABRIC.lakehouse();
        var endpoint = URI.create(FABRIC.authority() + "/msi/token");

        refused(as(place, new Identity.AppService(endpoint, "other", Optional.empty())))
                .hasMessageContaining("Switch the App Service's managed identity on");
    }

    @Test
    void managedIdentitiesAreEnough() throws IOException {
        var place = FABRIC.lakehouse();
        var endpoint = URI.create(FABRIC.authority() + "/msi/token");

        TestHomes.open(FABRIC, as(place, new Identity.AppService(endpoint, "h", Optional.empty())))
                .lease()
                .close();
        TestHomes.open(FABRIC, as(place, new Identity.VirtualMachine(endpoint, Optional.of("x"))))
                .lease()
                .close();
    }

    @Test
    void aWorkspaceThatIsNotThereIsTold() {
        var place = FABRIC.lakehouse();
        var other = UUID.randomUUID().toString();

        refused(new OneLakePlace(other, place.lakehouse(), Optional.empty(), place.blobEndpoint(), place.identity()))
                .hasMessageStartingWith("There is no workspace " + other)
                .hasMessageContaining("FABRIC_WORKSPACE_ID");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"deny\":1}', may not use the workspace",
        "'{\"deny\":1,\"only\":\"PUT\"}', may read the lakehouse but not write to it",
        "'{\"deny\":1,\"code\":\"CapacityNotActive\"}', The capacity behind the workspace is paused",
        "'{\"busy\":1}', whether the capacity is running",
        "'{\"strip\":true}', let a file be written twice under a name that had to be free"
    })
    void whatOneLakeRefusesIsTold(String fault, String sentence) throws IOException {
        var place = FABRIC.lakehouse();

        refused(FABRIC.faultyLine(5, fault).to(place)).hasMessageContaining(sentence);
    }

    /// To commands that take nothing there, as a doctor and a backup.
    @ParameterizedTest
    @CsvSource({
        "'{\"deny\":1}', the capacity may be paused",
        "'{\"deny\":1,\"code\":\"CapacityNotActive\"}', The capacity behind the workspace is paused",
        "'{\"busy\":1}', whether the capacity is running"
    })
    void aPauseIsToldToWhoeverLooksOnly(String fault, String sentence) throws IOException {
        var place = FABRIC.lakehouse();
        var paused = TestHomes.open(FABRIC, FABRIC.faultyLine(5, fault).to(place), SHORT);

        assertThatThrownBy(paused::requireThere)
                .isInstanceOf(PortalException.class)
                .hasMessageContaining(sentence);
        TestHomes.open(FABRIC, place).requireThere();
    }

    @Test
    void aLakehouseWithSchemasIsTold() throws IOException {
        var place = FABRIC.lakehouse();
        leave(place, "/Tables/dbo/users/a");

        refused(place).hasMessageContaining("FABRIC_SCHEMA=dbo");
        TestHomes.open(
                        FABRIC,
                        new OneLakePlace(
                                place.workspace(),
                                place.lakehouse(),
                                Optional.of("dbo"),
                                place.blobEndpoint(),
                                place.identity()))
                .lease()
                .close();
    }

    /// What only reads is asked at the same time; nothing is written before all of it is well.
    @Test
    void nothingIsWrittenToAPlaceThatIsRefused() throws IOException {
        var schemas = FABRIC.lakehouse();
        leave(schemas, "/Tables/dbo/users/a");
        var line = FABRIC.faultyLine(5, "{}");
        refused(line.to(schemas)).hasMessageContaining("FABRIC_SCHEMA=dbo");
        assertThat(line.counts().path("verbs").toString()).contains("comp=list").doesNotContain("PUT");

        line.faults("{\"deny\":1,\"only\":\"GET\"}");
        refused(line.to(FABRIC.lakehouse())).hasMessageContaining("may not use the workspace");
        assertThat(line.counts().path("verbs").toString()).doesNotContain("PUT");
    }

    @Test
    void whatKilledServersLeftGoesAfterAWhile() throws IOException {
        var place = FABRIC.lakehouse();
        var mine = TestHomes.open(FABRIC, place).files();
        leave(place, "/Files/_portal/self-test-1");
        leave(place, "/Files/_portal/probe-ab12cd34");
        leave(place, "/Files/_portal/head");

        SelfTest.sweep(TestHomes.blobs(FABRIC, place), Instant.now());
        assertThat(mine.names("/Files/_portal")).hasSize(3);

        SelfTest.sweep(TestHomes.blobs(FABRIC, place), Instant.now().plus(Duration.ofHours(2)));
        assertThat(mine.names("/Files/_portal")).containsExactly("head");
    }

    @Test
    void aLookWhetherOneLakeTakesWritesLeavesNothing() throws IOException {
        var files = TestHomes.open(FABRIC, FABRIC.lakehouse()).files();

        files.probe("/Tables");

        assertThat(files.names("/Files/_portal")).isEmpty();
    }

    private static void leave(OneLakePlace place, String path) throws IOException {
        TestHomes.blobs(FABRIC, place).put(path, new byte[1]);
    }

    private static OneLakePlace as(OneLakePlace place, Identity identity) {
        return new OneLakePlace(place.workspace(), place.lakehouse(), place.schema(), place.blobEndpoint(), identity);
    }

    private static AbstractThrowableAssert<?, ?> refused(OneLakePlace place) {
        return assertThatThrownBy(() -> TestHomes.open(FABRIC, place, SHORT).lease())
                .isInstanceOf(PortalException.class);
    }
}
