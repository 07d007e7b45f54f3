package training.powerbi.server.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.server.PortalServer;

/// The whole server on a free port over a data folder of its own, and a client that speaks to it over HTTP.
public final class RunningPortal implements AutoCloseable {
    public static final String ADMIN_EMAIL = "trainer@example.com";
    public static final String ADMIN_PASSWORD = "a-long-trainer-password-7";
    public static final String STUDENT_PASSWORD = "a-long-student-password-7";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    private RunningPortal(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static RunningPortal over(Path data, String... properties) {
        return with(List.of(), data, properties);
    }

    /// @param beans configuration classes that replace parts of the server
    public static RunningPortal with(List<Class<?>> beans, Path data, String... properties) {
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--portal.store.directory=" + data,
                "--portal.bootstrap.admin-email=" + ADMIN_EMAIL,
                "--portal.bootstrap.admin-password=" + ADMIN_PASSWORD,
                "--spring.main.banner-mode=off"));
        Arrays.stream(properties).map(property -> "--" + property).forEach(arguments::add);
        var sources = new ArrayList<Class<?>>(beans);
        sources.add(PortalServer.class);
        return new RunningPortal(new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .web(WebApplicationType.SERVLET)
                .run(arguments.toArray(String[]::new)));
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public URI address() {
        var server = ((WebServerApplicationContext) context).getWebServer();
        return URI.create("http://127.0.0.1:" + (server == null ? 0 : server.getPort()));
    }

    public String adminToken() {
        return login(ADMIN_EMAIL, ADMIN_PASSWORD);
    }

    public String login(String email, String password) {
        var answer = rest("POST", "/api/v1/auth/login", null, Map.of("email", email, "password", password));
        return json(answer).path("access_token").asString();
    }

    /// Registers a student and answers with the new account's tokens and user.
    public JsonNode register(String email) {
        return json(rest(
                "POST", "/api/v1/auth/register", null, Map.of("email", email, "password", STUDENT_PASSWORD)));
    }

    public HttpResponse<String> rest(String method, String path, @Nullable String token, @Nullable Object body) {
        var request = HttpRequest.newBuilder(address().resolve(path));
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

    public HttpResponse<String> post(@Nullable String token, String document, Map<String, ?> variables) {
        return rest("POST", "/graphql", token, Map.of("query", document, "variables", variables));
    }

    /// The answer to a GraphQL document, errors and all.
    public JsonNode ask(@Nullable String token, String document) {
        return json(post(token, document, Map.of()));
    }

    /// The `data` of an answer that must have no errors.
    public JsonNode data(String token, String document) {
        var answer = ask(token, document);
        if (answer.has("errors")) {
            throw new AssertionError("expected no errors for " + document + " but got " + answer);
        }
        return answer.path("data");
    }

    public HttpResponse<String> send(HttpRequest request) {
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
        context.close();
    }
}
