package training.powerbi.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import training.powerbi.server.media.MediaCalls;
import training.powerbi.server.testing.TinyVideos;

/// Uploads that are under way while their sender is dismissed.
class DismissedUploadIT {
    private static final Map<String, String> WORDS = Map.of("dayNumber", "1", "title", "Session 1");
    private static final String BOUNDARY = "multipart/form-data; boundary=a-line-between-parts";

    @TempDir
    private static Path data;

    private static RunningPortal portal;
    private static String admin;
    private static byte[] video;

    private String id;
    private String token;

    @BeforeAll
    static void open() {
        portal = RunningPortal.over(data);
        admin = portal.adminToken();
        video = TinyVideos.mp4(60, 20_000);
    }

    @AfterAll
    static void close() {
        portal.close();
    }

    @BeforeEach
    void hire() {
        var account = portal.register(UUID.randomUUID() + "@example.com");
        id = account.at("/user/userId").asString();
        token = account.path("access_token").asString();
        portal.data(admin, "mutation { setUserRole(userId: \"%s\", role: ADMIN) { role } }".formatted(id));
    }

    private void dismiss(String how) {
        switch (how) {
            case "demoted" ->
                portal.data(admin, "mutation { setUserRole(userId: \"%s\", role: STUDENT) { role } }".formatted(id));
            case "disabled" ->
                portal.data(
                        admin, "mutation { setUserActive(userId: \"%s\", active: false) { isActive } }".formatted(id));
            default -> portal.rest("POST", "/api/v1/auth/logout", token, null);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/videos/upload, demoted, ACCESS_DENIED",
        "/api/v1/videos/upload, disabled, UNAUTHENTICATED",
        "/api/v1/videos/upload, signed out, UNAUTHENTICATED",
        "/api/v1/days/1/resources, demoted, ACCESS_DENIED",
        "/api/v1/days/1/resources, disabled, UNAUTHENTICATED",
        "/api/v1/days/1/presentation, demoted, ACCESS_DENIED",
        "/api/v1/days/1/presentation, signed out, UNAUTHENTICATED",
    })
    void aFormUnderWayLeavesNothing(String path, String how, String code) throws IOException {
        var files = files();
        var day = day();
        var body = path.contains("videos")
                ? MediaCalls.formBody(WORDS, "session.mp4", "video/mp4", video)
                : MediaCalls.formBody(Map.of(), "a.html", "text/html", "<p>a".getBytes(StandardCharsets.UTF_8));
        var text = new String(body, StandardCharsets.ISO_8859_1);
        try (var slow = SlowRequest.to(portal.address(), path, token, BOUNDARY, body.length)) {
            slow.send(text.substring(0, text.length() - 10));
            dismiss(how);
            assertThat(slow.finish(text.substring(text.length() - 10))).contains(code);
        }
        assertThat(files()).isEqualTo(files);
        assertThat(day()).isEqualTo(day);
    }

    private static JsonNode day() {
        return portal.data(
                admin, "{ trainingDay(dayNumber: 1) { editVersion recordings { title } resources { title } } }");
    }

    @ParameterizedTest
    @CsvSource({"demoted, ACCESS_DENIED, false", "disabled, UNAUTHENTICATED, false", "signed out, UNAUTHENTICATED, true"
    })
    void aResumableUploadMakesNoRecording(String how, String code, boolean kept) throws IOException {
        try (var calls = new MediaCalls(portal.address())) {
            var path =
                    calls.created(token, video.length, Map.of("dayNumber", "1", "title", "x", "filetype", "video/mp4"));
            var text = new String(video, StandardCharsets.ISO_8859_1);
            try (var slow = SlowRequest.piece(portal.address(), path, token, video.length)) {
                slow.send(text.substring(0, text.length() - 10));
                dismiss(how);
                assertThat(slow.finish(text.substring(text.length() - 10))).contains(code);
            }
            var name = path.substring(path.lastIndexOf('/') + 1);
            assertThat(files().stream().anyMatch(file -> file.contains(name))).isEqualTo(kept);
        }
        assertThat(portal.data(admin, "{ trainingDay(dayNumber: 1) { recordings { title } } }"))
                .hasToString("{\"trainingDay\":{\"recordings\":[]}}");
    }

    /// What a player or a page had open ends with the session, at once.
    @Test
    void aTicketEndsWithItsSession() {
        try (var calls = new MediaCalls(portal.address())) {
            var recording = MediaCalls.json(calls.form(admin, WORDS, "session.mp4", video))
                    .path("recordingId")
                    .asString();
            var query = "{ trainingDay(dayNumber: 1) { recording { streamUrl } } }";
            var url = portal.data(token, query)
                    .at("/trainingDay/recording/streamUrl")
                    .asString();
            var others = portal.data(admin, query)
                    .at("/trainingDay/recording/streamUrl")
                    .asString();
            assertThat(calls.get(url, null).statusCode()).isEqualTo(200);
            dismiss("signed out");
            assertThat(calls.get(url, null).statusCode()).isEqualTo(404);
            assertThat(calls.get(others, null).statusCode()).isEqualTo(200);
            portal.rest("DELETE", "/api/v1/videos/" + recording, admin, null);
        }
    }

    private static List<String> files() {
        try (var all = Files.walk(data.resolve("Files"))) {
            return all.filter(Files::isRegularFile).map(Path::toString).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
