package training.powerbi.client.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What others do at a portal meanwhile: students, and colleagues at another computer.
public final class Students {
    public static final String PASSWORD = "a-long-student-password-7";
    private static final JsonMapper JSON = new JsonMapper();

    private Students() {}

    /// A student who is signed in.
    public record Student(String userId, String token) {}

    public static Student register(URI portal, String email) {
        var answer = post(portal, "/api/v1/auth/register", null, Map.of("email", email, "password", PASSWORD));
        return new Student(
                answer.at("/user/userId").asString(),
                answer.path("access_token").asString());
    }

    public static void viewPresentation(URI portal, String token, int dayNumber) {
        graphQl(
                portal,
                token,
                "mutation { markContentViewed(dayNumber: " + dayNumber
                        + ", contentType: PRESENTATION) { dayNumber } }");
    }

    /// Ends the session of a token at the portal, behind the back of whoever uses it.
    public static void endSession(URI portal, String token) {
        post(portal, "/api/v1/auth/logout", token, Map.of());
    }

    /// Whether the portal takes the token.
    public static boolean isAccepted(URI portal, String token) {
        return post(portal, "/graphql", token, Map.of("query", "{ me { userId } }"))
                .has("data");
    }

    /// The `data` of the answer to a document.
    public static JsonNode graphQl(URI portal, String token, String document) {
        var answer = post(portal, "/graphql", token, Map.of("query", document));
        if (answer.has("errors")) {
            throw new AssertionError("expected no errors for " + document + " but got " + answer);
        }
        return answer.path("data");
    }

    private static JsonNode post(URI portal, String path, @Nullable String token, Map<String, ?> body) {
        var request = HttpRequest.newBuilder(portal.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            return JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
