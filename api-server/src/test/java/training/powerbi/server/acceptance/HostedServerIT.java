package training.powerbi.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.server.testing.GraphQlSocket;

/// The server as a platform runs it: the port from the environment, its log as JSON on standard output, and SIGTERM
/// when
/// another instance takes over.
class HostedServerIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String BODY = "{\"email\":\"trainer@example.com\",\"password\":\"a wrong guess\"}";

    @TempDir
    private Path folder;

    @Test
    void listensWhereItIsToldWritesOneObjectALineAndEndsWhatItBegan() throws Exception {
        var log = folder.resolve("log");
        var environment = Map.of(
                "SPRING_PROFILES_ACTIVE",
                "packaged",
                "PORTAL_DATA_DIR",
                folder.resolve("data").toString(),
                "DEFAULT_ADMIN_EMAIL",
                PortalHttp.ADMIN_EMAIL,
                "DEFAULT_ADMIN_PASSWORD",
                PortalHttp.ADMIN_PASSWORD);
        // Nobody is cut off here, however slow the machine; what holds for hung requests is a matter of this setting.
        var options = List.of("-Dspring.lifecycle.timeout-per-shutdown-phase=10m");
        try (var server =
                ServerProcess.hosted(environment, options, log.toFile()).awaitReady(log.toFile())) {
            var address = server.address();
            try (var http = new PortalHttp(address);
                    var listening = GraphQlSocket.signedIn(address, http.adminToken());
                    var slow = new Socket(InetAddress.getLoopbackAddress(), address.getPort());
                    var stream = stream(http.adminToken(), address.getPort())) {
                http.send(HttpRequest.newBuilder(address.resolve("/api/v1/nothing"))
                        .header("Authorization", "Bearer " + http.adminToken())
                        .header("X-Request-Id", "a-request-that-fails")
                        .build());
                slow.setSoTimeout((int) PATIENCE.toMillis());
                slow.getOutputStream().write(half());
                slow.getOutputStream().flush();
                awaitText(stream, "text/event-stream");

                server.askToEnd();

                assertThat(listening.closeCode())
                        .as("a code that clients come back after")
                        .isEqualTo(1001);
                awaitText(stream, "event:complete");
                await().atMost(PATIENCE).until(() -> isRefused(address.getPort()));
                slow.getOutputStream().write(BODY.substring(10).getBytes(StandardCharsets.UTF_8));
                slow.getOutputStream().flush();
                assertThat(new String(slow.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                        .as("what was under way is answered")
                        .isEqualTo("HTTP/1.1 401");
            }
            assertThat(server.awaitEnd()).isIn(0, 143);
        }
        var lines = Files.readAllLines(log).stream()
                .filter(line -> !line.startsWith("Picked up "))
                .toList();
        assertThat(lines).hasSizeGreaterThan(3).allSatisfy(line -> {
            var event = JsonMapper.shared().readTree(line);
            assertThat(event.path("@timestamp").asString()).isNotEmpty();
            assertThat(event.at("/log/level").asString()).isNotEmpty();
        });
        assertThat(lines.stream()
                        .map(JsonMapper.shared()::readTree)
                        .filter(event -> requestId(event).equals("a-request-that-fails")))
                .as("one line a failure, which names its request")
                .hasSize(1);
    }

    private static String requestId(JsonNode event) {
        return event.path("requestId").asString("");
    }

    private static byte[] half() {
        return ("POST /api/v1/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + BODY.length() + "\r\n\r\n" + BODY.substring(0, 10))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static Socket stream(String token, int port) throws IOException {
        var query = "{\"query\":\"subscription { dayChanged { kind } }\"}";
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.getOutputStream()
                .write(("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                + "Accept: text/event-stream\r\nAuthorization: Bearer " + token + "\r\nContent-Length: "
                                + query.length() + "\r\n\r\n" + query)
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void awaitText(Socket socket, String text) throws IOException {
        var read = new ByteArrayOutputStream();
        // A stream says something now and then, so no pause ends this.
        var end = System.nanoTime() + PATIENCE.toNanos();
        for (int next = socket.getInputStream().read();
                next >= 0;
                next = socket.getInputStream().read()) {
            read.write(next);
            if (read.toString(StandardCharsets.UTF_8).endsWith(text)) {
                return;
            }
            if (System.nanoTime() > end) {
                break;
            }
        }
        throw new AssertionError("without " + text + ": " + read.toString(StandardCharsets.UTF_8));
    }

    private static boolean isRefused(int port) throws IOException {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return false;
        } catch (ConnectException e) {
            return true;
        }
    }
}
