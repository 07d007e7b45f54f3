package training.powerbi.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import training.powerbi.lakehouse.OneLakePlace;
import training.powerbi.lakehouse.testing.fabric.FabricDoubles;
import training.powerbi.lakehouse.testing.fabric.TestTls;

/// A server that starts, is killed and goes on while the capacity is paused, as an operator meets it.
class PausedCapacityIT {
    @RegisterExtension
    static final FabricDoubles FABRIC = new FabricDoubles();

    private static final Duration LONG = Duration.ofMinutes(3);
    private static final String ADMIN = "admin@powerbi.training";
    private static final String STUDENT = "asha@example.com";
    private static final String PASSWORD = "every tuesday at nine";
    private static final String VIEWED = "{ userProgress { dayNumber viewedPresentation } }";

    @TempDir
    private Path folder;

    private @Nullable ServerProcess server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void readingSignInAndProgressGoOnAndAllIsThereInTheEvening() throws Exception {
        var line = FABRIC.faultyLine(3, "{}");
        var place = line.to(FABRIC.lakehouse());
        try (var portal = start(place)) {
            portal.register(STUDENT);
            portal.data(portal.login(ADMIN, PASSWORD), unlock(1));
        }
        awaitCopies();
        kill();

        line.faults("{\"deny\":1}");
        String refreshToken;
        try (var portal = start(place)) {
            var signedIn = signIn(portal, STUDENT, PortalHttp.STUDENT_PASSWORD);
            var student = signedIn.path("access_token").asString();
            assertThat(portal.data(student, "{ unlockedDays { dayNumber } }").toString())
                    .contains("\"dayNumber\":1");
            portal.data(
                    student, "mutation { markContentViewed(dayNumber: 1, contentType: PRESENTATION) { dayNumber } }");
            refreshToken = refreshed(portal, signedIn.path("refresh_token").asString());

            var admin = portal.login(ADMIN, PASSWORD);
            assertThat(portal.ask(admin, unlock(2)).toString())
                    .contains("STORAGE_UNAVAILABLE", "the capacity is paused");
            var health = portal.rest("GET", "/api/v1/health", null, null);
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body()).isEqualTo("{\"status\":\"unavailable\"}");
            var stale = PortalHttp.json(portal.rest("GET", "/api/v1/health", admin, null))
                    .at("/store/stale");
            assertThat(stale.path("reason").asString()).contains("the capacity is paused");
            assertThat(stale.path("ageSeconds").asLong()).isNotNegative();
            assertThat(stale.path("waitingRows").asInt()).isPositive();
            assertThat(staleSince(portal).asString())
                    .isEqualTo(stale.path("asOf").asString());
            var backup = portal.rest("POST", "/api/v1/backups", admin, null);
            assertThat(backup.body()).contains("STORAGE_UNAVAILABLE", "the capacity is paused");
        }
        kill();

        try (var portal = start(place)) {
            refreshToken = refreshed(portal, refreshToken);
            var admin = portal.login(ADMIN, PASSWORD);
            line.faults("{}");
            await().atMost(LONG)
                    .until(() ->
                            portal.rest("GET", "/api/v1/health", null, null).statusCode() == 200);
            await().atMost(LONG)
                    .until(() -> PortalHttp.json(portal.rest("GET", "/api/v1/health", admin, null))
                            .at("/store/stale")
                            .isMissingNode());
            assertThat(staleSince(portal).isNull()).isTrue();
            portal.data(admin, unlock(2));
        }
        kill();
        forgetThisServersDisk();

        try (var portal = start(place)) {
            refreshed(portal, refreshToken);
            var student = portal.login(STUDENT, PortalHttp.STUDENT_PASSWORD);
            assertThat(portal.data(student, VIEWED).toString()).contains("\"viewedPresentation\":true");
            assertThat(portal.data(student, "{ unlockedDays { dayNumber } }").toString())
                    .contains("\"dayNumber\":1", "\"dayNumber\":2");
        }
    }

    /// What anyone is told.
    private static JsonNode staleSince(PortalHttp portal) {
        return PortalHttp.json(portal.rest("GET", "/api/v1/config", null, null)).path("staleSince");
    }

    private static String unlock(int day) {
        return "mutation { unlockDay(dayNumber: " + day + ") { dayNumber isUnlocked } }";
    }

    private static JsonNode signIn(PortalHttp portal, String email, String password) {
        var answer = portal.rest("POST", "/api/v1/auth/login", null, Map.of("email", email, "password", password));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return PortalHttp.json(answer);
    }

    private static String refreshed(PortalHttp portal, String token) {
        var answer = portal.rest("POST", "/api/v1/auth/refresh", null, Map.of("refresh_token", token));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return PortalHttp.json(answer).path("refresh_token").asString();
    }

    /// The day that was unlocked last is among them, and so what was there before.
    private void awaitCopies() {
        await().atMost(LONG).until(() -> {
            try (var files = Files.walk(folder.resolve("data"))) {
                return files.anyMatch(file -> file.toString()
                        .replace('\\', '/')
                        .endsWith("/copies/Tables/admin_actions/_delta_log/00000000000000000001.json"));
            }
        });
    }

    private void forgetThisServersDisk() throws IOException {
        Files.move(folder.resolve("data"), folder.resolve("data-before"));
    }

    private PortalHttp start(OneLakePlace place) throws IOException {
        var identity = (OneLakePlace.Identity.ClientSecret) place.identity();
        var variables = Map.of(
                "FABRIC_WORKSPACE_ID", place.workspace(),
                "FABRIC_LAKEHOUSE_ID", place.lakehouse(),
                "FABRIC_TENANT_ID", identity.tenant(),
                "FABRIC_CLIENT_ID", identity.client(),
                "FABRIC_CLIENT_SECRET", identity.secret(),
                "FABRIC_BLOB_ENDPOINT", place.blobEndpoint().toString(),
                "FABRIC_AUTHORITY", identity.authority().toString(),
                "FABRIC_API_ENDPOINT", identity.authority().toString(),
                "SECRET_KEY", "one-key-that-all-servers-of-it-share",
                "DEFAULT_ADMIN_PASSWORD", PASSWORD);
        var options = List.of(
                "-Dportal.backup.directory=" + folder.resolve("backups"),
                "-Djavax.net.ssl.trustStore=" + FABRIC.tls().trustStore(),
                "-Djavax.net.ssl.trustStorePassword=" + TestTls.PASSWORD);
        var started = ServerProcess.with(
                variables,
                options,
                folder.resolve("data"),
                folder.resolve("server.log").toFile());
        server = started;
        var portal = new PortalHttp(started.address());
        await("server up, see " + folder.resolve("server.log"))
                .atMost(LONG)
                .ignoreExceptions()
                .failFast("the server ended", () -> !started.isAlive())
                .until(() -> portal.rest("GET", "/api/v1/config", null, null).statusCode() == 200);
        return portal;
    }

    private void kill() {
        if (server != null) {
            server.kill();
        }
    }
}
