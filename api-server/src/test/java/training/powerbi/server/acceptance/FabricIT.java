package training.powerbi.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import training.powerbi.lakehouse.OneLakePlace;
import training.powerbi.lakehouse.testing.fabric.FabricDoubles;
import training.powerbi.lakehouse.testing.fabric.TestTls;
import training.powerbi.server.testing.NamedMetrics;

/// Two servers on one lakehouse, started as the how-to says.
class FabricIT {
    @RegisterExtension
    static final FabricDoubles FABRIC = new FabricDoubles();

    private static final String OWN_PASSWORD = "every tuesday at nine";
    private static final Pattern SHOWN = Pattern.compile("password: (\\S+)");
    private static final Duration REACH = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private final Map<String, ServerProcess> servers = new HashMap<>();
    private OneLakePlace place;

    @BeforeEach
    void makeLakehouse() {
        place = FABRIC.lakehouse();
    }

    @AfterEach
    void stop() {
        servers.values().forEach(ServerProcess::close);
    }

    @Test
    void twoServersStartTogetherAndOneGoesOnWhenTheOtherIsKilled() throws Exception {
        var line = FABRIC.faultyLine(1, "{}");
        var byTheLine = variables();
        byTheLine.put("FABRIC_BLOB_ENDPOINT", line.to(place).blobEndpoint().toString());
        start("a", byTheLine);
        start("b", variables());
        server("a").awaitReady(log("a").toFile());
        server("b").awaitReady(log("b").toFile());
        var shown = SHOWN.matcher(said("a") + said("b"));
        assertThat(shown.find()).as("a password was shown").isTrue();
        var password = shown.group(1);
        assertThat(shown.find()).as("a second password was shown").isFalse();

        try (var a = new PortalHttp(server("a").address());
                var b = new PortalHttp(server("b").address())) {
            var first = a.login("admin@powerbi.training", password);
            a.rest(
                    "POST",
                    "/api/v1/auth/password",
                    first,
                    Map.of("currentPassword", password, "newPassword", OWN_PASSWORD));
            var both = new TwoServers(a, b, "admin@powerbi.training", OWN_PASSWORD);
            both.dayWillOpen(7);
            both.aSessionHoldsAtBoth();
            both.aNewPasswordCountsAtBothAtOnceAndEndsOtherSessions();
            both.whoeverIsDisabledIsRefusedByBoth();
            both.aKeyIsKnownToTheOtherAtOnce();
            assertThat(instance(a, both)).isNotEmpty().isNotEqualTo(instance(b, both));
            assertThat(said("a")).contains(instance(a, both));

            var admin = both.admin(b);
            var student = b.register("asha@example.com").path("access_token").asString();

            var trainer = a.login("admin@powerbi.training", OWN_PASSWORD);
            var unlocking = "from-a-browser-to-the-store";
            a.send(a.asking(trainer, unlock(1))
                    .header("X-Request-Id", unlocking)
                    .build());
            var written = line.counts().path("marks").valueStream().map(JsonNode::asString);
            assertThat(written.filter(mark -> mark.contains(" " + unlocking + "/")))
                    .as("the commit, its data file and its audit entry")
                    .anyMatch(mark -> mark.contains("training_content/_delta_log/"))
                    .anyMatch(mark -> mark.contains("training_content/part-"));
            allNamed(a.rest("GET", "/api/v1/metrics", trainer, null).body(), "portal_onelake_");

            await().atMost(REACH).until(() -> isUnlocked(b, student, 1));
            both.dayOpenedByTheClockOnce(7);
            var video = TwoServers.video();
            var upload = both.halfAnUpload(video);
            server("a").kill();
            both.theUploadGoesOnAtTheOther(upload, video);
            b.data(admin, unlock(2));
            assertThat(isUnlocked(b, student, 2)).isTrue();
            assertThat(b.data(admin, "{ adminActions { edges { node { actionType dayNumber } } } }")
                            .toString())
                    .contains("\"dayNumber\":1")
                    .contains("\"dayNumber\":2");
            // What both did is one chain.
            assertThat(b.data(admin, "{ auditVerification { isIntact reason } }"))
                    .hasToString("{\"auditVerification\":{\"isIntact\":true,\"reason\":null}}");
        }
        server("b").kill();
        isCopiedIntoAFolder();
    }

    private void isCopiedIntoAFolder() throws Exception {
        var copy = folder.resolve("copy");
        var arguments = List.of("--copy-store=to-folder", "--portal.store.directory=" + copy);

        assertThat(ServerProcess.run(
                        variables(), trust(), arguments, log("copy").toFile()))
                .isZero();

        assertThat(said("copy")).contains("users: 5 rows, equal", "Copied and compared");
        assertThat(copy.resolve("Files/videos")).isNotEmptyDirectory();
        assertThat(ServerProcess.run(
                        variables(), trust(), arguments, log("again").toFile()))
                .isEqualTo(1);
        assertThat(said("again")).contains("Choose an empty place");
    }

    @Test
    void aMirrorOfAServersFolderIsAStoreThatAnotherServerOpens() throws Exception {
        var variables = variables();
        variables.put("STORE", "mirror");
        start("a", variables);
        server("a").awaitReady(log("a").toFile());
        var shown = SHOWN.matcher(said("a"));
        assertThat(shown.find()).as("a password was shown").isTrue();
        try (var a = new PortalHttp(server("a").address())) {
            var first = a.login("admin@powerbi.training", shown.group(1));
            var change = Map.of("currentPassword", shown.group(1), "newPassword", OWN_PASSWORD);
            a.rest("POST", "/api/v1/auth/password", first, change);
            var admin = a.login("admin@powerbi.training", OWN_PASSWORD);
            a.data(admin, unlock(1));
            await().atMost(REACH.multipliedBy(3)).untilAsserted(() -> {
                var health = PortalHttp.json(a.rest("GET", "/api/v1/health", admin, null));
                assertThat(health.at("/store/kind").asString()).isEqualTo("mirror");
                assertThat(health.at("/store/mirror/state").asString()).isEqualTo("in step");
                assertThat(health.at("/store/mirror/commitsBehind").asLong(-1)).isZero();
            });
            allNamed(a.rest("GET", "/api/v1/metrics", admin, null).body(), "portal_mirror_");
        }
        server("a").kill();

        variables.put("STORE", "onelake");
        start("b", variables);
        server("b").awaitReady(log("b").toFile());
        try (var b = new PortalHttp(server("b").address())) {
            assertThat(isUnlocked(b, b.login("admin@powerbi.training", OWN_PASSWORD), 1))
                    .isTrue();
        }
    }

    @Test
    void withoutASharedKeyNoServerStarts() throws Exception {
        var variables = variables();
        variables.remove("SECRET_KEY");
        start("a", variables);

        assertThat(server("a").awaitEnd()).isEqualTo(1);
        assertThat(said("a")).contains("SECRET_KEY must be set when the tables are in OneLake");
    }

    @Test
    void aWrongSecretEndsTheStartWithASentenceThatDoesNotShowIt() throws Exception {
        var variables = variables();
        variables.put("FABRIC_CLIENT_SECRET", "not-the-secret");
        start("a", variables);

        assertThat(server("a").awaitEnd()).isEqualTo(1);
        assertThat(said("a")).contains("FABRIC_CLIENT_SECRET is wrong").doesNotContain("not-the-secret");
    }

    /// What the server calls itself, as health shows it beside what OneLake is asked for.
    private static String instance(PortalHttp server, TwoServers both) {
        var health = PortalHttp.json(server.rest("GET", "/api/v1/health", both.admin(server), null));
        assertThat(health.at("/store/kind").asString()).isEqualTo("onelake");
        assertThat(health.at("/store/cost/writes").asLong()).isPositive();
        assertThat(health.at("/store/cost/capacitySecondsPerHour").asDouble()).isPositive();
        assertThat(health.at("/store/lags/users").isNumber()).isTrue();
        return health.path("instance").asString();
    }

    /// What dashboard and alerts ask for of this kind is there.
    private static void allNamed(String exported, String kind) throws IOException {
        var named = NamedMetrics.all();
        named.removeIf(name -> !name.startsWith(kind));
        assertThat(named).isNotEmpty();
        assertThat(NamedMetrics.in(exported)).containsAll(named);
    }

    private static String unlock(int day) {
        return "mutation { unlockDay(dayNumber: " + day + ") { dayNumber isUnlocked } }";
    }

    private static boolean isUnlocked(PortalHttp portal, String token, int day) {
        return portal.ask(token, "{ trainingDay(dayNumber: " + day + ") { isUnlocked } }")
                .at("/data/trainingDay/isUnlocked")
                .asBoolean(false);
    }

    private Map<String, String> variables() {
        var identity = (OneLakePlace.Identity.ClientSecret) place.identity();
        return new HashMap<>(Map.of(
                "FABRIC_WORKSPACE_ID", place.workspace(),
                "FABRIC_LAKEHOUSE_ID", place.lakehouse(),
                "FABRIC_TENANT_ID", identity.tenant(),
                "FABRIC_CLIENT_ID", identity.client(),
                "FABRIC_CLIENT_SECRET", identity.secret(),
                "FABRIC_BLOB_ENDPOINT", place.blobEndpoint().toString(),
                "FABRIC_AUTHORITY", identity.authority().toString(),
                "SECRET_KEY", "one-key-that-all-servers-of-it-share"));
    }

    private void start(String name, Map<String, String> variables) throws IOException {
        servers.put(
                name,
                ServerProcess.with(
                        variables, trust(), folder.resolve(name), log(name).toFile()));
    }

    private static List<String> trust() {
        return List.of(
                "-Djavax.net.ssl.trustStore=" + FABRIC.tls().trustStore(),
                "-Djavax.net.ssl.trustStorePassword=" + TestTls.PASSWORD);
    }

    private ServerProcess server(String name) {
        return Objects.requireNonNull(servers.get(name));
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }

    private String said(String name) throws IOException {
        return Files.readString(log(name));
    }
}
