package training.powerbi.interop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Speaks to the portal as any client would. Safe for use by many threads.
final class PortalClient implements AutoCloseable {
    static final String STUDENT_PASSWORD = "a-long-student-password-7";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;

    PortalClient(URI address) {
        this.address = address;
    }

    boolean healthy() {
        try {
            return send("GET", "/api/v1/health", null, null).statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /// Signs in and answers with `access_token` and `user`.
    JsonNode login(String email, String password) {
        return expect(200, "/api/v1/auth/login", Map.of("email", email, "password", password));
    }

    String adminToken() {
        return login(PortalProcess.ADMIN_EMAIL, PortalProcess.ADMIN_PASSWORD)
                .path("access_token")
                .asText();
    }

    /// Registers a student and answers with `access_token` and `user`.
    JsonNode register(String email) {
        return expect(201, "/api/v1/auth/register", Map.of("email", email, "password", STUDENT_PASSWORD));
    }

    /// The health report as an admin sees it.
    JsonNode health(String token) {
        return json(send("GET", "/api/v1/health", token, null).body());
    }

    /// The `data` of an answer that must have no errors.
    JsonNode data(String token, String document) {
        return data(token, document, Map.of());
    }

    JsonNode data(String token, String document, Map<String, ?> variables) {
        var response = send("POST", "/graphql", token, Map.of("query", document, "variables", variables));
        var answer = json(response.body());
        if (response.statusCode() != 200 || answer.has("errors")) {
            throw new AssertionError(document + " answered " + response.statusCode() + ": " + response.body());
        }
        return answer.path("data");
    }

    /// The newest entries of the audit log of one type.
    List<JsonNode> actions(String admin, String type) {
        var edges = auditLog(admin, type).path("edges");
        return StreamSupport.stream(edges.spliterator(), false)
                .map(edge -> edge.path("node"))
                .toList();
    }

    int count(String admin, String type) {
        return auditLog(admin, type).path("totalCount").asInt();
    }

    private JsonNode auditLog(String admin, String type) {
        return data(
                        admin,
                        "query($type: String) { adminActions(actionType: $type) { totalCount"
                                + " edges { node { adminId dayNumber metadata } } } }",
                        Map.of("type", type))
                .path("adminActions");
    }

    LiveEvents subscribe(String token, String document) {
        return LiveEvents.open(http, address, token, document);
    }

    private JsonNode expect(int status, String path, Map<String, ?> body) {
        var response = send("POST", path, null, body);
        if (response.statusCode() != status) {
            throw new AssertionError(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return json(response.body());
    }

    private HttpResponse<String> send(
            String method, String path, @Nullable String token, @Nullable Map<String, ?> body) {
        var request = HttpRequest.newBuilder(address.resolve(path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            if (body == null) {
                request.method(method, BodyPublishers.noBody());
            } else {
                request.header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
            }
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + text, e);
        }
    }

    static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
