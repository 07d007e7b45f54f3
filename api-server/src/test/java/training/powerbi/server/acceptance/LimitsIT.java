package training.powerbi.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.server.media.MediaCalls;
import training.powerbi.server.testing.TinyVideos;

/// What succeeds is limited too, and each limit is the operator's to set.
class LimitsIT {
    @TempDir
    private static Path data;

    private static RunningPortal portal;
    private static String admin;

    @BeforeAll
    static void open() {
        portal = RunningPortal.over(
                data,
                "portal.limits.registrations-per-hour=3",
                "portal.limits.sign-ins-per-hour=4",
                "portal.limits.playback-per-minute=5",
                "portal.limits.open-uploads=2");
        admin = portal.adminToken();
    }

    @AfterAll
    static void close() {
        portal.close();
    }

    private static String email() {
        return UUID.randomUUID() + "@example.com";
    }

    private static Map<String, String> account(String invite) {
        return Map.of("email", email(), "password", PortalHttp.STUDENT_PASSWORD, "inviteCode", invite);
    }

    @Test
    void registrationsWithoutAnInviteAndWhatIsDoneWithTheAccount() {
        var email = email();
        var student = portal.register(email).path("access_token").asString();
        portal.register(email());
        // One that comes to nothing costs nothing.
        portal.rest("POST", "/api/v1/auth/register", null, Map.of("email", email, "password", "Fifteen letters!"));
        portal.register(email());
        var refused = portal.rest("POST", "/api/v1/auth/register", null, account("wrong"));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 3601L);
        var invite = portal.data(admin, "mutation { createInvite(maxUses: 2) { code } }")
                .at("/createInvite/code")
                .asString();
        assertThat(portal.rest("POST", "/api/v1/auth/register", null, account(invite))
                        .statusCode())
                .isEqualTo(201);
        assertThat(portal.rest("POST", "/api/v1/auth/register", null, account(invite))
                        .statusCode())
                .isEqualTo(201);
        assertThat(portal.rest("POST", "/api/v1/auth/register", null, account(invite))
                        .statusCode())
                .isEqualTo(429);

        var login = Map.of("email", email, "password", PortalHttp.STUDENT_PASSWORD);
        for (int i = 0; i < 4; i++) {
            assertThat(portal.rest("POST", "/api/v1/auth/login", null, login).statusCode())
                    .isEqualTo(200);
        }
        assertThat(portal.rest("POST", "/api/v1/auth/login", null, login).statusCode())
                .isEqualTo(429);

        portal.data(admin, "mutation { unlockDay(dayNumber: 1) { dayNumber } }");
        var recording = portal.data(
                        admin,
                        "mutation { uploadRecording(dayNumber: 1, title: \"one\","
                                + " videoUrl: \"https://vimeo.com/76979871\", duration: \"1h\") { recordingId } }")
                .at("/uploadRecording/recordingId")
                .asString();
        var report = "mutation { recordPlayback(input: {recordingId: \"%s\", positionSeconds: 9}) { dayNumber } }"
                .formatted(recording);
        for (int i = 0; i < 5; i++) {
            portal.data(student, report);
        }
        var error = portal.ask(student, report).at("/errors/0/extensions");
        assertThat(error.path("code").asString()).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(error.path("retryable").asBoolean()).isTrue();
        assertThat(error.path("retryAfterSeconds").asInt()).isBetween(1, 61);
    }

    private static Map<String, String> words(String day) {
        return Map.of("dayNumber", day, "title", "x");
    }

    @Test
    void unfinishedUploads() {
        try (var calls = new MediaCalls(portal.address())) {
            var words = Map.of("dayNumber", "1", "title", "x", "filetype", "video/mp4");
            var first = calls.created(admin, 100, words);
            calls.created(admin, 100, words);
            var refused = calls.create(admin, 100, words);
            assertThat(MediaCalls.outcome(refused)).isEqualTo("429 TOO_MANY_REQUESTS");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            // One in a single request counts among them, and what was refused counts no more.
            var form = calls.form(admin, words("3"), "x.mp4", TinyVideos.mp4(60, 100));
            assertThat(MediaCalls.outcome(form)).isEqualTo("429 TOO_MANY_REQUESTS");
            assertThat(form.headers().firstValue("Retry-After")).isPresent();
            calls.delete(admin, first);
            for (int i = 0; i < 3; i++) {
                var broken = calls.form(admin, words("3"), "x.mp4", new byte[] {1, 2, 3});
                assertThat(broken.statusCode()).isNotEqualTo(429);
            }
            assertThat(calls.form(admin, words("3"), "x.mp4", TinyVideos.mp4(60, 100))
                            .statusCode())
                    .isEqualTo(201);
            assertThat(calls.create(admin, 100, words).statusCode()).isEqualTo(201);
        }
    }
}
