package training.powerbi.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import training.powerbi.testing.ProcessorTime;

/// Whatever reads what a stranger or an account sends takes time in proportion to it, at the largest size that gets
/// through: each place is sent texts that patterns and parsers like least, one after the other.
class LargestInputsIT {
    /// Of the processor, here and in the server. Generous: what is linear in such sizes takes a small part of it.
    private static final Duration AT_MOST = Duration.ofSeconds(3);
    /// A body of JSON may be larger; more of one text than this is cut off by the first rule it meets.
    private static final int LARGE_TEXT = 200_000;
    /// The head of a request is at most 8 KiB, and of it is more than this one header.
    private static final int LARGE_HEADER = 7_000;

    /// Browsers send nothing else in headers.
    private static final Pattern NOT_ASCII = Pattern.compile("[^ -~]");

    private static final List<String> UNITS = List.of(
            " ",
            "a",
            "1",
            ".",
            "<",
            "(",
            "[{",
            "\\",
            "%",
            "a@",
            "a.",
            "a-",
            "1:",
            "1h ",
            "0,",
            "=\"",
            "a=b;",
            ",,",
            "&#1;",
            "</i><",
            "-->",
            "https://",
            "?v=",
            "é",
            "e\u0301",
            "\u200D",
            "\uD83D\uDC69\u200D");

    private static final List<String> HEADERS = List.of(
            "Accept",
            "Accept-Language",
            "Authorization",
            "Content-Type",
            "Cookie",
            "Forwarded",
            "Idempotency-Key",
            "If-Match",
            "If-Modified-Since",
            "If-None-Match",
            "If-Range",
            "Origin",
            "Range",
            "Upload-Checksum",
            "Upload-Metadata",
            "X-Forwarded-For");

    private static final List<String> OPERATIONS = List.of(
            "mutation ($text: String!) { updateDay(dayNumber: 1, input: {title: $text}) { dayNumber } }",
            "mutation ($text: String!) { updateDay(dayNumber: 1, input: {description: $text}) { dayNumber } }",
            "mutation ($text: String!) { updateDay(dayNumber: 1, input: {presentationUrl: $text}) { dayNumber } }",
            "mutation ($text: String!) { addResource(dayNumber: 1, title: $text, url: $text) { title } }",
            "mutation ($text: String!) { uploadRecording(dayNumber: 1, title: \"a\", videoUrl: $text, duration: \"1h\")"
                    + " { title } }",
            "mutation ($text: String!) { uploadRecording(dayNumber: 1, title: \"a\", videoUrl: \"https://youtu.be/a\","
                    + " duration: $text) { title } }",
            "mutation ($text: ID!) { removeRecording(recordingId: $text) { title } }",
            "mutation ($text: String!) { revokeInvite(code: $text) }",
            "query ($text: String!) { users(filter: $text) { edges { node { userId } } } }",
            "query ($text: String!) { users(after: $text) { edges { node { userId } } } }",
            "query ($text: String!) { searchCaptions(text: $text) { seconds } }",
            "mutation ($text: DateTime!) { createInvite(expiresAt: $text) { code } }");

    @TempDir
    private static Path folder;

    private static RunningPortal portal;
    private static String admin;

    @BeforeAll
    static void start() {
        portal = RunningPortal.over(folder);
        admin = portal.adminToken();
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    private static String large(String unit, int length) {
        return unit.repeat(length / unit.length());
    }

    static Stream<Arguments> operationsAndUnits() {
        return OPERATIONS.stream().flatMap(operation -> UNITS.stream().map(unit -> Arguments.of(operation, unit)));
    }

    static Stream<String> everyHeader() {
        return HEADERS.stream();
    }

    private static void inTime(Runnable request) {
        ProcessorTime.assertAllAtMost(AT_MOST, request);
    }

    @ParameterizedTest
    @MethodSource("operationsAndUnits")
    void argumentsOfOperations(String operation, String unit) {
        inTime(() -> assertThat(portal.post(admin, operation, Map.of("text", large(unit, LARGE_TEXT)))
                        .statusCode())
                .isLessThan(500));
    }

    @ParameterizedTest
    @FieldSource("UNITS")
    void documents(String unit) {
        for (var document : List.of(
                large(unit, LARGE_TEXT),
                "{ a(b: \"" + large(unit, LARGE_TEXT) + "\") }",
                "{" + large(unit, LARGE_TEXT))) {
            inTime(() -> assertThat(portal.post(null, document, Map.of()).statusCode())
                    .isLessThan(500));
        }
    }

    @ParameterizedTest
    @FieldSource("UNITS")
    void wordsOfSigningIn(String unit) {
        var text = large(unit, LARGE_TEXT);
        var body = Map.of("email", text, "password", text, "code", text, "displayName", text, "refreshToken", text);
        for (var path : List.of("login", "register", "reset", "refresh")) {
            inTime(() -> assertThat(portal.rest("POST", "/api/v1/auth/" + path, null, body)
                            .statusCode())
                    .isLessThan(500));
        }
    }

    @ParameterizedTest
    @MethodSource("everyHeader")
    void headers(String header) {
        for (var unit : UNITS) {
            var value = NOT_ASCII.matcher(large(unit, LARGE_HEADER)).replaceAll("?");
            for (var method : List.of("GET", "POST")) {
                var request = HttpRequest.newBuilder(portal.address().resolve("/api/v1/videos/uploads"))
                        .header("Tus-Resumable", "1.0.0")
                        .header("Upload-Length", "1")
                        .method(method, BodyPublishers.noBody())
                        .setHeader("Authorization", "Bearer " + admin)
                        .setHeader(header, value);
                inTime(() ->
                        assertThat(portal.send(request.build()).statusCode()).isLessThan(500));
            }
        }
    }

    @ParameterizedTest
    @FieldSource("UNITS")
    void wordsOfUploads(String unit) {
        // Base64 makes four letters of three bytes.
        int bytes = unit.getBytes(StandardCharsets.UTF_8).length;
        var text = unit.repeat(LARGE_HEADER * 3 / 4 / bytes);
        var word = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        for (var key : List.of("title", "duration", "filename", "filetype", "dayNumber")) {
            var request = HttpRequest.newBuilder(portal.address().resolve("/api/v1/videos/uploads"))
                    .header("Tus-Resumable", "1.0.0")
                    .header("Upload-Length", "1")
                    .header("Upload-Metadata", key + ' ' + word)
                    .header("Authorization", "Bearer " + admin)
                    .POST(BodyPublishers.noBody());
            inTime(() -> assertThat(portal.send(request.build()).statusCode()).isLessThan(500));
        }
    }

    @ParameterizedTest
    @FieldSource("UNITS")
    void headsOfParts(String unit) {
        var parts = large(unit, LARGE_TEXT);
        for (var body : List.of(
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + parts
                        + "\"\r\n\r\na\r\n--x--\r\n",
                "--x\r\n" + parts + "\r\n\r\na\r\n--x--\r\n",
                "--x\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\n" + parts + "\r\n--x--\r\n",
                large("\r\n--" + unit, LARGE_TEXT))) {
            var request = HttpRequest.newBuilder(portal.address().resolve("/api/v1/days/1/resources"))
                    .header("Content-Type", "multipart/form-data; boundary=x")
                    .header("Authorization", "Bearer " + admin)
                    .POST(BodyPublishers.ofString(body));
            inTime(() -> assertThat(portal.send(request.build()).statusCode()).isLessThan(500));
        }
    }
}
