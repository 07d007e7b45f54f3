package training.powerbi.benchmark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.client.PortalClient;
import training.powerbi.client.connection.PortalConnection;
import training.powerbi.client.signin.PasswordSignIn;
import training.powerbi.client.signin.Session;

/// What the benchmarks of files ask a portal for beside what they measure.
final class PortalApi {
    private static final JsonMapper JSON = new JsonMapper();
    /// As long as those that browsers make up.
    private static final String BOUNDARY = "----BenchmarkFormBoundary7MA4YWxkTrZu0gW";

    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Session admin;
    private final PortalConnection connection;

    PortalApi(int port, String email, String password) throws IOException {
        this.port = port;
        var portal = URI.create("http://127.0.0.1:" + port);
        this.admin = PasswordSignIn.inFiles(Files.createTempDirectory("benchmark"), Clock.systemUTC())
                .withPassword(portal, email, password.toCharArray());
        this.connection = PortalConnection.to(portal, admin, Clock.systemUTC());
    }

    /// What a trainer asks.
    PortalClient client() {
        return connection.client();
    }

    /// A code with which any number of students may register that a benchmark wants.
    String invite() {
        return client().createInvite(1000, null);
    }

    /// The access token of a new student.
    String student(String invite) throws IOException, InterruptedException {
        return register(System.nanoTime() + "@example.com", "a student of the bench", invite);
    }

    /// The same, for who signs in again.
    String register(String email, String password, String invite) throws IOException, InterruptedException {
        return post("/api/v1/auth/register", Map.of("email", email, "password", password, "inviteCode", invite))
                .path("access_token")
                .asString();
    }

    private JsonNode post(String path, Map<String, String> body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        return JSON.readTree(http.send(request.build(), BodyHandlers.ofString()).body());
    }

    /// Uploads in one request, as a form.
    ///
    /// @return the recording's id
    String upload(BigVideo video) throws IOException {
        var words = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"dayNumber\"\r\n\r\n1\r\n--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nSession\r\n--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\nContent-Type: video/mp4\r\n\r\n";
        var end = "\r\n--" + BOUNDARY + "--\r\n";
        var answer = send(
                "POST /api/v1/videos/upload",
                "Content-Type: multipart/form-data; boundary=" + BOUNDARY,
                words.length() + video.size() + end.length(),
                words,
                video,
                end);
        return JSON.readTree(answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1))
                .path("recordingId")
                .asString();
    }

    /// Uploads after tus, in one piece.
    void uploadResumably(BigVideo video) throws IOException {
        var created = send(
                "POST /api/v1/videos/uploads",
                "Tus-Resumable: 1.0.0\r\nUpload-Metadata: dayNumber MQ==,title U2Vzc2lvbg==\r\nUpload-Length: "
                        + video.size(),
                0,
                "",
                null,
                "");
        var location = created.lines()
                .filter(line -> line.startsWith("Location: "))
                .findFirst()
                .orElseThrow(() -> new IOException(created))
                .substring("Location: ".length());
        var done = send(
                "PATCH " + location,
                "Tus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Type: application/offset+octet-stream",
                video.size(),
                "",
                video,
                "");
        if (!done.startsWith("HTTP/1.1 204")) {
            throw new IOException(done);
        }
    }

    private String send(String what, String headers, long length, String before, @Nullable BigVideo video, String after)
            throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var out = new BufferedOutputStream(socket.getOutputStream(), 1024 * 1024);
            out.write((what + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nAuthorization: Bearer "
                            + admin.accessToken() + "\r\n" + headers + "\r\nContent-Length: " + length + "\r\n\r\n"
                            + before)
                    .getBytes(StandardCharsets.US_ASCII));
            if (video != null) {
                video.writeTo(out);
            }
            out.write(after.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
