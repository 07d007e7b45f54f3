package training.powerbi.server.caption;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import training.powerbi.server.acceptance.PortalHttp;
import training.powerbi.server.acceptance.RunningPortal;
import training.powerbi.server.material.MaterialCalls;
import training.powerbi.server.testing.GraphQlSocket;

/// Captions over HTTP and GraphQL: who gets them, who finds what in them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaptionsIT {
    private static final String SEARCH = "{ searchCaptions(text: \"%s\") { dayNumber seconds snippet language"
            + " recording { recordingId title } } }";

    private Path data;

    private RunningPortal portal;
    private MaterialCalls calls;
    private String admin;
    private String student;

    @BeforeAll
    void start(@TempDir Path folder) {
        data = folder;
        portal = RunningPortal.over(data, "portal.web.allowed-origins=https://school.example");
        calls = new MaterialCalls(portal);
        student = portal.register("student@example.com").path("access_token").asString();
    }

    @BeforeEach
    void signIn() {
        admin = portal.adminToken();
    }

    @AfterAll
    void stop() {
        calls.close();
        portal.close();
    }

    @Test
    void captionsAreShownDeliveredReplacedAndRemoved() {
        var id = recording(1);
        calls.setUnlocked(admin, 1, true);

        var set = put(admin, id, "pt-br", vtt("Olá"));
        assertThat(set.statusCode()).isEqualTo(200);
        assertThat(PortalHttp.json(set).path("language").asString()).isEqualTo("pt-BR");
        put(admin, id, "en", vtt("Hello"));

        var captions = captions(student, 1);
        assertThat(captions).hasSize(2);
        assertThat(captions.get(0).path("label").asString()).isEqualTo("English");
        var url = captions.get(0).path("url").asString();
        assertThat(url).endsWith("/en.vtt");
        var file = calls.send("GET", url, null, null, new byte[0], Map.of("Origin", "https://school.example"));
        assertThat(file.body()).isEqualTo(vtt("Hello"));
        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/vtt;charset=UTF-8");
        assertThat(file.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://school.example");
        assertThat(file.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(calls.get(url.replace("en.vtt", "pt-BR.vtt")).statusCode()).isEqualTo(404);

        put(admin, id, "en", vtt("Good morning"));
        assertThat(calls.get(url).body()).isEqualTo(vtt("Good morning"));
        assertThat(data.resolve("Files/captions")).isDirectoryNotContaining("glob:**.tmp");

        assertThat(delete(admin, id, "en")).isEqualTo(204);
        assertThat(calls.get(url).statusCode()).isEqualTo(404);
        assertThat(delete(admin, id, "en")).isEqualTo(404);
        assertThat(portal.data(admin, "{ adminActions(dayNumber: 1) { edges { node { actionType } } } }")
                        .toString())
                .contains("set_captions", "remove_captions");
    }

    @Test
    void searchFindsWordsOfOpenDaysOnlyWhateverTheirCaseAndAccents() {
        var open = recording(2);
        var locked = recording(5);
        calls.setUnlocked(admin, 2, true);
        put(admin, open, "de", """
                WEBVTT

                00:01.000 --> 00:03.000
                Wir öffnen die Straße der

                00:03.000 --> 00:05.000
                <i>Kardinalität</i> heute
                """);
        put(admin, locked, "de", vtt("CNRY-5 Kardinalität"));

        var hits = search(student, "STRASSE DER KARDINALITAT");
        assertThat(hits).hasSize(1);
        assertThat(hits.get(0).path("seconds").asDouble()).isEqualTo(1.0);
        assertThat(hits.get(0).path("snippet").asString()).contains("Straße der Kardinalität");
        assertThat(hits.get(0).at("/recording/recordingId").asString()).isEqualTo(open);

        assertThat(search(student, "kardinalitat")).hasSize(1);
        assertThat(search(student, "CNRY")).isEmpty();
        assertThat(search(admin, "kardinalitat")).hasSize(2);

        calls.setUnlocked(admin, 5, true);
        assertThat(search(student, "cnry")).hasSize(1);
        calls.setUnlocked(admin, 5, false);
        assertThat(search(student, "cnry")).isEmpty();

        portal.data(admin, "mutation { removeRecording(recordingId: \"" + open + "\") { title } }");
        assertThat(search(student, "kardinalitat")).isEmpty();
    }

    @Test
    void aLockKillsCaptionTickets() {
        var id = recording(6);
        calls.setUnlocked(admin, 6, true);
        put(admin, id, "en", vtt("Hello"));
        var url = captions(student, 6).get(0).path("url").asString();
        assertThat(calls.get(url).statusCode()).isEqualTo(200);

        calls.setUnlocked(admin, 6, false);

        assertThat(calls.get(url).statusCode()).isEqualTo(404);
        assertThat(calls.get(url.replace("/captions/", "/materials/")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void mistakesAreToldAndChangeNothing() {
        var id = recording(7);

        var wrong = put(admin, id, "en", "WEBVTT\n\n00:05.000 --> 00:01.000\nx\n");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(PortalHttp.json(wrong).path("detail").asString()).startsWith("Line 3: ");
        assertThat(put(admin, id, "no-such-language-at-all", vtt("x")).statusCode())
                .isEqualTo(400);
        assertThat(put(admin, "nothing", "en", vtt("x")).statusCode()).isEqualTo(404);
        assertThat(put(admin, id, "en", "WEBVTT\n\n" + "x".repeat(2 * 1024 * 1024))
                        .statusCode())
                .isEqualTo(413);
        assertThat(put(student, id, "en", vtt("x")).statusCode()).isEqualTo(403);
        assertThat(delete(student, id, "en")).isEqualTo(403);
        assertThat(calls.send("PUT", path(id, "en"), admin, "text/plain", bytes(vtt("x")), Map.of())
                        .body())
                .contains("text/vtt", "application/x-subrip");
        assertThat(calls.send("PUT", path(id, "en"), admin, "text/plain", bytes(vtt("x")), Map.of())
                        .statusCode())
                .isEqualTo(415);
        assertThat(captions(admin, 7)).isEmpty();

        assertThat(portal.ask(admin, SEARCH.formatted("x"))
                        .at("/errors/0/extensions/field")
                        .asString())
                .isEqualTo("text");
    }

    @Test
    void captionsOfOtherProgramsAreKeptAsWebVttAndFoundAsTheyAreSaid() {
        var id = recording(9);
        calls.setUnlocked(admin, 9, true);

        var set = calls.send(
                "PUT",
                path(id, "en"),
                admin,
                "application/x-subrip",
                bytes("1\n00:00:01,000 --> 00:00:04,000\n<font color=red>It&#39;s CALCULATETABLE</font>\n"),
                Map.of());

        assertThat(set.statusCode()).isEqualTo(200);
        assertThat(calls.get(PortalHttp.json(set).path("url").asString()).body())
                .isEqualTo(vtt("It's CALCULATETABLE"));
        var hits = search(student, "it's calculatetable");
        assertThat(hits).hasSize(1);
        assertThat(hits.get(0).path("snippet").asString()).isEqualTo("It's CALCULATETABLE");
    }

    @Test
    void changesOfCaptionsAreLive() {
        var id = recording(8);
        calls.setUnlocked(admin, 8, true);
        try (var socket = GraphQlSocket.signedIn(portal.address(), student)) {
            MaterialCalls.follow(
                    socket, "subscription { dayChanged { kind day { recordings { captions { language } } } } }");

            put(admin, id, "en", vtt("Hello"));

            MaterialCalls.awaitFrame(socket, "\"captions\":[{\"language\":\"en\"}]");
        }
    }

    private String recording(int day) {
        return portal.data(admin, """
                        mutation { uploadRecording(dayNumber: %d, title: "Session",
                          videoUrl: "https://media.example.com/%d.mp4", duration: "90 min") { recordingId } }
                        """.formatted(day, day))
                .at("/uploadRecording/recordingId")
                .asString();
    }

    private HttpResponse<String> put(String token, String recordingId, String language, String file) {
        return calls.send("PUT", path(recordingId, language), token, "text/vtt", bytes(file), Map.of());
    }

    private int delete(String token, String recordingId, String language) {
        return calls.send("DELETE", path(recordingId, language), token, null, new byte[0], Map.of())
                .statusCode();
    }

    private static String path(String recordingId, String language) {
        return "/api/v1/videos/" + recordingId + "/captions/" + language;
    }

    private JsonNode captions(String token, int day) {
        return calls.day(token, day, "recording { captions { language label url } }")
                .at("/recording/captions");
    }

    private JsonNode search(String token, String text) {
        return portal.data(token, SEARCH.formatted(text)).path("searchCaptions");
    }

    private static String vtt(String said) {
        return "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n" + said + "\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
