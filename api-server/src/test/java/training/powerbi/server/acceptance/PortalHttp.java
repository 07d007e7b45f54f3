package training.powerbi.server.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client of a portal, as any HTTP client would be one.
public class PortalHttp implements AutoCloseable {
    public static final String ADMIN_EMAIL = "trainer@example.com";
    public static final String ADMIN_PASSWORD = "a-long-trainer-password-7";
    public static final String STUDENT_PASSWORD = "a-long-student-password-7";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;

    public PortalHttp(URI address) {
        this.address = address;
    }

    public final URI address() {
        return address;
    }

    public final String adminToken() {
        return login(ADMIN_EMAIL, ADMIN_PASSWORD);
    }

    public final String login(String email, String password) {
        var answer = rest("POST", "/api/v1/auth/login", null, Map.of("email", email, "password", password));
        return json(answer).path("access_token").asString();
    }

    /// Registers a student and answers with the new account's tokens and user.
    public final JsonNode register(String email) {
        return json(rest("POST", "/api/v1/auth/register", null, Map.of("email", email, "password", STUDENT_PASSWORD)));
    }

    public final HttpResponse<String> rest(String method, String path, @Nullable String token, @Nullable Object body) {
        var request = HttpRequest.newBuilder(address.resolve(path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
        }
        return send(request.build());
    }

    /// A request to GraphQL, to be sent with what else is wanted.
    final HttpRequest.Builder asking(String token, String document) {
        return HttpRequest.newBuilder(address.resolve("/graphql"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", document))));
    }

    public final HttpResponse<String> post(@Nullable String token, String document, Map<String, ?> variables) {
        return rest("POST", "/graphql", token, Map.of("query", document, "variables", variables));
    }

    /// The answer to a GraphQL document, errors and all.
    public final JsonNode ask(@Nullable String token, String document) {
        return json(post(token, document, Map.of()));
    }

    /// The `data` of an answer that must have no errors.
    public final JsonNode data(String token, String document) {
        var answer = ask(token, document);
        if (answer.has("errors")) {
            throw new AssertionError("expected no errors for " + document + " but got " + answer);
        }
        return answer.path("data");
    }

    public final HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        http.close();
    }
}
