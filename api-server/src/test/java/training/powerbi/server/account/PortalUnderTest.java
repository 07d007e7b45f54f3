package training.powerbi.server.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.ParameterizedTypeReference;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.server.PortalServer;
import training.powerbi.server.acceptance.RunningPortal;
import training.powerbi.server.account.erasure.ErasureRow;
import training.powerbi.server.account.operator.Console;
import training.powerbi.server.account.reset.PasswordResetRow;
import training.powerbi.server.account.signin.PlaceRow;
import training.powerbi.server.account.user.UserRow;

/// The whole server on a free port, with a clock to put forward and a console to read.
public final class PortalUnderTest implements AutoCloseable {
    public static final String ADMIN = "admin@powerbi.training";
    static final String ADMIN_PASSWORD = "Trainer-Of-The-Course-1";
    static final String PASSWORD = "correct horse battery";
    /// Escapes, so that a request can say what UTF-8 cannot.
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /// An answer: its status, its body as JSON (missing when there is none), and its headers.
    record Reply(int status, JsonNode body, HttpResponse<String> raw) {
        String text(String field) {
            return body.path(field).asString("");
        }

        /// The code of a REST problem or of the first GraphQL error.
        String code() {
            var graphQl = body.path("errors").path(0).path("extensions").path("code");
            return graphQl.isMissingNode() ? text("code") : graphQl.asString();
        }

        JsonNode data(String field) {
            return body.path("data").path(field);
        }

        @Override
        public String toString() {
            return status + " " + raw.body();
        }
    }

    public final MovableClock clock = new MovableClock(Clock.systemUTC());
    public final List<String> console = new CopyOnWriteArrayList<>();
    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    private PortalUnderTest(List<String> settings) {
        this(settings, _ -> {});
    }

    private PortalUnderTest(List<String> settings, java.util.function.Consumer<GenericApplicationContext> more) {
        this.context = new SpringApplicationBuilder(PortalServer.class)
                .initializers(start -> {
                    var beans = (GenericApplicationContext) start;
                    beans.registerBean("testClock", Clock.class, () -> clock, bean -> bean.setPrimary(true));
                    beans.registerBean("testConsole", Console.class, () -> console::add, bean -> bean.setPrimary(true));
                    more.accept(beans);
                })
                .run(settings.toArray(String[]::new));
    }

    static PortalUnderTest start() {
        return start(Map.of());
    }

    public static PortalUnderTest start(Map<String, String> settings) {
        return start(temporary(), settings);
    }

    static PortalUnderTest start(Path data, Map<String, String> settings) {
        return new PortalUnderTest(arguments(data, settings));
    }

    /// One that stops short of the end of an erasure: where the table's turn is.
    static PortalUnderTest failing(Path data, String table) {
        return new PortalUnderTest(
                arguments(data, Map.of()),
                beans -> beans.registerBean("failing", BeanPostProcessor.class, () -> new BeanPostProcessor() {
                    @Override
                    public Object postProcessAfterInitialization(Object bean, String name) {
                        return bean instanceof PersonalData rows && rows.table().equals(table)
                                ? FailingRows.instead(rows)
                                : bean;
                    }
                }));
    }

    private record FailingRows(String table, PersonalData rows) implements PersonalData {
        static FailingRows instead(PersonalData rows) {
            return new FailingRows(rows.table(), rows);
        }

        @Override
        public int count(Person person) {
            return rows.count(person);
        }

        @Override
        public void erase(Person person) {
            throw new IllegalStateException("the server stops here");
        }
    }

    ErasureRow erasure(String userId) {
        return context.getBeanProvider(new ParameterizedTypeReference<DeltaTable<String, ErasureRow>>() {})
                .getObject()
                .snapshot()
                .find(userId)
                .orElseThrow();
    }

    /// How many rows there are about a person, whose account is gone perhaps.
    int personalRows(String userId) {
        var row = erasure(userId);
        var person = new PersonalData.Person(userId, row.account(), row.begunAt());
        return context.getBeansOfType(PersonalData.class).values().stream()
                .mapToInt(rows -> rows.count(person))
                .sum();
    }

    private static List<String> arguments(Path data, Map<String, String> settings) {
        var all = new HashMap<String, String>();
        all.put("server.port", "0");
        all.put("portal.store.directory", data.toString());
        all.put("portal.bootstrap.admin-password", ADMIN_PASSWORD);
        RunningPortal.BUSY.forEach(all::put);
        all.putAll(settings);
        return all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + '=' + setting.getValue())
                .toList();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    DeltaTable<String, UserRow> users() {
        return context.getBeanProvider(new ParameterizedTypeReference<DeltaTable<String, UserRow>>() {})
                .getObject();
    }

    DeltaTable<String, PasswordResetRow> resets() {
        return context.getBeanProvider(new ParameterizedTypeReference<DeltaTable<String, PasswordResetRow>>() {})
                .getObject();
    }

    /// How many places of sign-in there are.
    int places() {
        return context.getBeanProvider(new ParameterizedTypeReference<DeltaTable<String, PlaceRow>>() {})
                .getObject()
                .snapshot()
                .size();
    }

    /// The types of the actions in the audit log, oldest first.
    List<String> audit() {
        return actions("actionType");
    }

    List<String> auditMetadata() {
        return actions("metadata");
    }

    private List<String> actions(String field) {
        var page = graphQl(adminToken(), "{ adminActions { edges { node { " + field + " } } } }")
                .data("adminActions");
        return page.path("edges")
                .valueStream()
                .map(edge -> edge.path("node").path(field).asString())
                .toList()
                .reversed();
    }

    Reply get(String path, @Nullable String token) {
        return send(request(path, token).GET());
    }

    Reply post(String path, @Nullable String token, Map<String, ? extends @Nullable Object> body) {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    Reply graphQl(@Nullable String token, String document) {
        return post("/graphql", token, Map.of("query", document));
    }

    /// A document with a key by which it may be sent again.
    Reply repeatable(String token, String key, String document) {
        return send(request("/graphql", token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", document)))));
    }

    Reply login(String email, String password) {
        return post("/api/v1/auth/login", null, Map.of("email", email, "password", password));
    }

    Reply register(String email) {
        return post("/api/v1/auth/register", null, Map.of("email", email, "password", PASSWORD));
    }

    Reply refresh(String token) {
        return post("/api/v1/auth/refresh", null, Map.of("refresh_token", token));
    }

    Reply me(String token) {
        return get("/api/v1/auth/me", token);
    }

    String adminToken() {
        return login(ADMIN, ADMIN_PASSWORD).text("access_token");
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /// The answer to a GraphQL document asked for as a stream of server-sent events.
    String stream(String token, String document) {
        var body = JSON.writeValueAsString(Map.of("query", document));
        return send(request("/graphql", token)
                        .header("Content-Type", "application/json")
                        .header("Accept", "text/event-stream")
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .raw()
                .body();
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        var request = HttpRequest.newBuilder(address().resolve(path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var json = response.body().startsWith("{");
            return new Reply(
                    response.statusCode(), json ? JSON.readTree(response.body()) : JSON.missingNode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("portal");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }
}
