package training.powerbi.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.server.media.MediaCalls;
import training.powerbi.server.testing.TinyVideos;

/// Two servers on one lakehouse, behind something that sends each request to either.
record TwoServers(PortalHttp a, PortalHttp b, String email, String password) {
    private static final Duration REACH = Duration.ofMinutes(1);

    /// More than a part of a file in OneLake.
    private static final int LARGE = 9_000_000;

    /// What the load balancer gives one server, the other knows at once.
    void aSessionHoldsAtBoth() {
        var account = a.register("berta@example.com");
        var token = account.path("access_token").asString();
        assertThat(b.data(token, "{ me { email } }").at("/me/email").asString()).isEqualTo("berta@example.com");

        var refreshed = b.rest(
                "POST",
                "/api/v1/auth/refresh",
                null,
                Map.of("refresh_token", account.path("refresh_token").asString()));
        assertThat(refreshed.statusCode()).isEqualTo(200);
        var next = PortalHttp.json(refreshed);
        assertThat(a.data(next.path("access_token").asString(), "{ me { email } }")
                        .has("me"))
                .isTrue();

        assertThat(b.rest(
                                "POST",
                                "/api/v1/auth/logout",
                                token,
                                Map.of(
                                        "refresh_token",
                                        next.path("refresh_token").asString()))
                        .statusCode())
                .isEqualTo(204);
        await().atMost(REACH).until(() -> isRefused(a, token));
    }

    void aNewPasswordCountsAtBothAtOnceAndEndsOtherSessions() {
        var old = "carl@example.com";
        var account = a.register(old);
        var elsewhere = b.login(old, PortalHttp.STUDENT_PASSWORD);
        assertThat(elsewhere).isNotEmpty();
        var words = Map.of("currentPassword", PortalHttp.STUDENT_PASSWORD, "newPassword", password);
        a.rest("POST", "/api/v1/auth/password", account.path("access_token").asString(), words);

        assertThat(b.login(old, PortalHttp.STUDENT_PASSWORD)).isEmpty();
        assertThat(b.login(old, password)).isNotEmpty();
        await().atMost(REACH).until(() -> isRefused(b, elsewhere));
    }

    void whoeverIsDisabledIsRefusedByBoth() {
        var account = b.register("dora@example.com");
        var token = account.path("access_token").asString();
        var userId = account.at("/user/userId").asString();
        a.data(admin(a), "mutation { setUserActive(userId: \"" + userId + "\", active: false) { isActive } }");

        await().atMost(REACH).until(() -> isRefused(b, token));
        assertThat(b.rest(
                                "POST",
                                "/api/v1/auth/login",
                                null,
                                Map.of("email", "dora@example.com", "password", PortalHttp.STUDENT_PASSWORD))
                        .statusCode())
                .isEqualTo(403);
    }

    /// The answer of one server was lost, and the request is sent again, to the other.
    void aKeyIsKnownToTheOtherAtOnce() {
        var edit = UUID.randomUUID().toString();
        var invite = UUID.randomUUID().toString();
        var version = a.data(admin(a), "{ trainingDay(dayNumber: 4) { editVersion } }")
                .at("/trainingDay/editVersion")
                .asInt();
        var update = "mutation { updateDay(dayNumber: 4, input: { title: \"%s\", expectedEditVersion: " + version
                + " }) { title editVersion } }";
        var atA = admin(a);
        var atB = admin(b);

        var first = keyed(a, atA, edit, update.formatted("DAX, again"));
        var second = keyed(b, atB, edit, update.formatted("DAX, again"));
        var other = keyed(b, atB, edit, update.formatted("DAX, and again"));
        var made = keyed(a, atA, invite, "mutation { createInvite { code } }");
        var again = keyed(b, atB, invite, "mutation { createInvite { code } }");

        assertThat(first.has("errors")).isFalse();
        assertThat(second.path("data")).isEqualTo(first.path("data"));
        assertThat(other.at("/errors/0/extensions/field").asString()).isEqualTo("Idempotency-Key");
        assertThat(made.has("errors")).isFalse();
        assertThat(again.at("/errors/0/message").asString()).contains("made already");
    }

    /// Each server has a clock that opens it; long enough from now that the other things asked meanwhile take longer.
    void dayWillOpen(int day) {
        a.data(
                admin(a),
                "mutation { openDayAt(dayNumber: %d, opensAt: \"%s\") { opensAt } }"
                        .formatted(day, Clock.systemUTC().instant().plusSeconds(30)));
    }

    /// Both tell of it, and the log tells of it once.
    void dayOpenedByTheClockOnce(int day) {
        var asked =
                "{ trainingDay(dayNumber: %1$d) { isUnlocked editVersion } adminActions(dayNumber: %1$d, actionType: \"unlock_day\") { edges { node { adminId } } } }"
                        .formatted(day);
        for (var server : List.of(a, b)) {
            await().atMost(REACH).untilAsserted(() -> {
                var answer = server.data(admin(server), asked);
                assertThat(answer.at("/trainingDay/isUnlocked").asBoolean()).isTrue();
                assertThat(answer.at("/trainingDay/editVersion").asInt()).isEqualTo(3);
                assertThat(answer.at("/adminActions/edges")).hasToString("[{\"node\":{\"adminId\":\"schedule\"}}]");
            });
        }
    }

    /// Begins an upload at one server.
    ///
    /// @return its path
    String halfAnUpload(byte[] video) {
        try (var media = new MediaCalls(a.address())) {
            var path = media.created(admin(a), video.length, Map.of("dayNumber", "1", "title", "Session"));
            var half = Arrays.copyOf(video, video.length / 2);
            assertThat(media.patch(admin(a), path, 0, half).statusCode()).isEqualTo(204);
            return path;
        }
    }

    void theUploadGoesOnAtTheOther(String path, byte[] video) {
        try (var media = new MediaCalls(b.address())) {
            var admin = admin(b);
            var offset = Math.toIntExact(media.offset(admin, path));
            assertThat(offset).isEqualTo(video.length / 2);
            var rest = Arrays.copyOfRange(video, offset, video.length);
            assertThat(media.patch(admin, path, offset, rest).statusCode()).isEqualTo(204);
            var stream = b.data(admin, "{ trainingDay(dayNumber: 1) { recording { streamUrl } } }")
                    .at("/trainingDay/recording/streamUrl")
                    .asString();
            assertThat(media.get(stream, null).body()).isEqualTo(video);
        }
    }

    static byte[] video() {
        return TinyVideos.join(TinyVideos.mp4(60, 1_000), TinyVideos.box("free", new byte[LARGE]));
    }

    String admin(PortalHttp server) {
        return server.login(email, password);
    }

    private static boolean isRefused(PortalHttp server, String token) {
        return server.rest("GET", "/api/v1/auth/me", token, null).statusCode() == 401;
    }

    private static JsonNode keyed(PortalHttp server, String token, String key, String document) {
        return PortalHttp.json(server.send(HttpRequest.newBuilder(
                        server.address().resolve("/graphql"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(Map.of("query", document))))
                .build()));
    }
}
