package training.powerbi.cli.rehearsal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/// A portal for a rehearsal: on this computer only, of one day, and gone with it.
final class StagePortal implements AutoCloseable {
    private static final String CONFIG = """
            {"courseTitle":"Rehearsal","timeZone":"UTC","maxUploadBytes":1,"entra":null,"publicUrl":null}""";
    private static final String GRANT = """
            {"access_token":"stage","expires_in":1800,"refresh_token":"stage","user":{"userId":"u","email":"a@example.org",
            "displayName":"A","role":"ADMIN","createdAt":"2026-01-01T00:00:00Z","lastLogin":null,"isActive":true}}""";
    private static final String RECORDING = """
            {"recordingId":"r-1","dayNumber":1,"title":"One","platform":"YOUTUBE","videoUrl":"https://example.org","embedUrl":null,
            "streamUrl":null,"durationSeconds":60,"uploadedAt":"2026-01-01T00:00:00Z","uploadedBy":null,"viewCount":1,
            "isActive":true,"editVersion":1,"revision":1,"captions":[],"cohortId":null}""";
    private static final String DAY = """
            {"dayNumber":1,"title":"One","description":"","isUnlocked":true,"unlockedAt":"2026-01-01T00:00:00Z","unlockedBy":null,
            "scheduledAt":"2026-01-01T00:00:00Z","presentationUrl":null,"presentationName":null,"resourcesUrl":null,
            "updatedAt":"2026-01-01T00:00:00Z","editVersion":1,"revision":1,"recordings":[@],"removedRecordings":[],
            "resources":[],"cohortId":"main","opensAt":null,"sessionMinutes":120,"joinUrl":null,"contentEditVersion":1}""".replace("@", RECORDING);

    private final HttpServer server;

    StagePortal() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var words = switch (exchange.getRequestURI().getPath()) {
                case "/graphql" -> "{\"data\":" + data(asked) + "}";
                case "/api/v1/auth/login" -> GRANT;
                default -> CONFIG;
            };
            var bytes = words.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String data(String asked) {
        if (asked.contains("\"Course\"")) {
            return "{\"trainingDays\":[" + DAY + "],\"dayProgress\":[{\"dayNumber\":1,\"started\":1,\"completed\":1}],"
                    + "\"dashboardStats\":{\"activeStudents\":1},\"cohorts\":[]}";
        }
        if (asked.contains("\"DashboardStats\"")) {
            return "{\"dashboardStats\":{\"totalDays\":1,\"unlockedDays\":1,\"lockedDays\":0,\"recordingsAvailable\":1,"
                    + "\"totalUsers\":1,\"activeStudents\":1,\"averageCompletion\":1.5}}";
        }
        if (asked.contains("\"AdminActions\"")) {
            return "{\"adminActions\":{\"edges\":[{\"cursor\":\"c\",\"node\":{\"actionId\":\"a\",\"admin\":null,\"adminId\":\"u\","
                    + "\"actionType\":\"unlock_day\",\"dayNumber\":1,\"metadata\":\"{}\",\"timestamp\":\"2026-01-01T00:00:00Z\"}}],"
                    + "\"pageInfo\":{\"hasNextPage\":false,\"endCursor\":\"c\"},\"totalCount\":1}}";
        }
        return asked.contains("\"AddRecording\"")
                ? "{\"uploadRecording\":" + RECORDING + "}"
                : "{\"unlockDay\":" + DAY + "}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
