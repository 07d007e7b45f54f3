package training.powerbi.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.server.live.Broadcast;

/// A running edge and an HTTP client of it.
final class Edge implements AutoCloseable {
    static final String ALLOWED = "https://school.example";
    private static final JsonMapper JSON = new JsonMapper();

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    private Edge(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Edge start(String... properties) {
        var arguments = new ArrayList<>(List.of("--server.port=0", "--portal.web.allowed-origins=" + ALLOWED));
        arguments.addAll(List.of(properties));
        var builder = new SpringApplicationBuilder(EdgeApplication.class);
        return new Edge(builder.run(arguments.toArray(String[]::new)));
    }

    URI address() {
        var server = ((WebServerApplicationContext) context).getWebServer();
        return URI.create("http://127.0.0.1:" + (server == null ? 0 : server.getPort()));
    }

    EdgeTokens tokens() {
        return context.getBean(EdgeTokens.class);
    }

    @SuppressWarnings("unchecked") // the only broadcast there is
    Broadcast<Integer> changes() {
        return context.getBean(Broadcast.class);
    }

    String student() {
        return tokens().give("student-" + System.nanoTime(), "STUDENT");
    }

    String admin() {
        return tokens().give("admin-" + System.nanoTime(), "ADMIN");
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address().resolve(path));
    }

    HttpRequest.Builder request(String path, @Nullable String token) {
        var request = request(path);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> postJson(String path, @Nullable String token, String body) {
        return send(
                request(path, token).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> ask(@Nullable String token, String query, Map<String, ?> variables) {
        return postJson("/graphql", token, JSON.writeValueAsString(Map.of("query", query, "variables", variables)));
    }

    HttpResponse<String> ask(@Nullable String token, String query) {
        return ask(token, query, Map.of());
    }

    HttpClient http() {
        return http;
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    /// The only error of an answer.
    static JsonNode error(HttpResponse<String> response) {
        var errors = json(response).path("errors");
        if (errors.size() != 1) {
            throw new AssertionError("expected one error: " + response.body());
        }
        return errors.path(0);
    }

    @Override
    public void close() {
        http.close();
        context.close();
    }
}
