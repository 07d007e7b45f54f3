package training.powerbi.client.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A sign-in service shaped like Microsoft Entra ID: authorization code by form_post, device code, refresh, signed
/// tokens. Its certificate is its own; [#trust()] trusts it.
public final class FakeEntra implements AutoCloseable {
    public static final String TENANT = "11111111-aaaa-bbbb-cccc-222222222222";
    public static final String CLIENT = "33333333-aaaa-bbbb-cccc-444444444444";
    public static final String SCOPE = "api://" + CLIENT + "/access_as_user";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpsServer server;
    private final HttpServer keys;
    private final TestCertificate certificate;
    private final EntraTokens tokens;
    private final Map<String, Person> codes = new ConcurrentHashMap<>();
    private final Map<String, Person> refreshTokens = new ConcurrentHashMap<>();
    private final AtomicInteger pending = new AtomicInteger();
    private final AtomicInteger refreshes = new AtomicInteger();
    private volatile @Nullable Person person;
    private volatile boolean expired;

    /// Who sits before the browser.
    ///
    /// @param tenant theirs; those of another than [#TENANT] are refused
    /// @param roles app roles
    public record Person(String objectId, String name, String email, String tenant, List<String> roles) {
        public static Person trainer() {
            return new Person(
                    UUID.randomUUID().toString(), "Grace", "grace@example.org", TENANT, List.of("Portal.Admin"));
        }

        public static Person student() {
            return new Person(UUID.randomUUID().toString(), "Asha", "asha@example.org", TENANT, List.of());
        }

        public static Person ofAnotherTenant() {
            return new Person(
                    UUID.randomUUID().toString(),
                    "Eve",
                    "eve@example.com",
                    "99999999-0000-0000-0000-000000000000",
                    List.of());
        }
    }

    /// @param folder for its certificate
    public FakeEntra(Path folder) {
        try {
            certificate = TestCertificate.make(folder);
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(certificate.serving()));
            keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tokens = new EntraTokens(authority() + '/' + TENANT + "/v2.0", CLIENT, Clock.systemUTC());
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        keys.createContext("/", exchange -> json(exchange, 200, tokens.keys()));
        keys.start();
    }

    /// Base address, as a portal's configuration names it.
    public String authority() {
        return "https://localhost:" + server.getAddress().getPort();
    }

    /// The public keys once more without TLS, for a server that does not trust the certificate.
    public String keysAddress() {
        return "http://localhost:" + keys.getAddress().getPort() + "/keys";
    }

    public SSLContext trust() {
        return certificate.trusting();
    }

    /// Who signs in from now on.
    public void person(Person next) {
        person = next;
    }

    /// How often a device's code is answered with "not yet".
    public void pending(int times) {
        pending.set(times);
    }

    /// Whether nobody types the code of a device in time from now on.
    public void codesExpire(boolean all) {
        expired = all;
    }

    /// Ends everyone's sessions.
    public void revokeAll() {
        refreshTokens.clear();
    }

    public int refreshes() {
        return refreshes.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        try (exchange) {
            if (path.endsWith("/openid-configuration")) {
                json(exchange, 200, configuration());
            } else if (path.endsWith("/keys")) {
                json(exchange, 200, tokens.keys());
            } else if (path.endsWith("/authorize")) {
                authorize(exchange);
            } else if (path.endsWith("/devicecode")) {
                deviceCode(exchange);
            } else if (path.endsWith("/token")) {
                token(exchange);
            } else {
                json(exchange, 404, Map.of("error", "not_found", "error_description", path));
            }
        }
    }

    private Map<String, Object> configuration() {
        var base = authority() + '/' + TENANT;
        return Map.of(
                "issuer", base + "/v2.0",
                "authorization_endpoint", base + "/oauth2/v2.0/authorize",
                "token_endpoint", base + "/oauth2/v2.0/token",
                "device_authorization_endpoint", base + "/oauth2/v2.0/devicecode",
                "jwks_uri", base + "/discovery/v2.0/keys");
    }

    /// The page that hands the code to whoever listens on this computer.
    private void authorize(HttpExchange exchange) throws IOException {
        var query = form(exchange.getRequestURI().getRawQuery());
        var who = signedIn();
        var fields = new HashMap<String, String>();
        fields.put("state", query.getOrDefault("state", ""));
        if (who.tenant().equals(TENANT)) {
            var code = UUID.randomUUID().toString();
            codes.put(code, who);
            fields.put("code", code);
        } else {
            fields.put("error", "invalid_request");
            fields.put("error_description", "AADSTS50020: The account does not exist in the tenant.");
        }
        var page = new StringBuilder("<form method=\"post\" action=\"" + query.get("redirect_uri") + "\">");
        fields.forEach((name, value) -> page.append("<input type=\"hidden\" name=\"")
                .append(name)
                .append("\" value=\"")
                .append(value)
                .append("\"/>"));
        send(exchange, 200, "text/html", page + "</form>");
    }

    private void deviceCode(HttpExchange exchange) throws IOException {
        var code = UUID.randomUUID().toString();
        codes.put(code, signedIn());
        json(
                exchange,
                200,
                Map.of(
                        "user_code",
                        "ABCD-1234",
                        "device_code",
                        code,
                        "verification_uri",
                        "https://microsoft.com/devicelogin",
                        "expires_in",
                        60,
                        "interval",
                        1,
                        "message",
                        "Type ABCD-1234"));
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var who = switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> codes.remove(form.getOrDefault("code", ""));
            case "refresh_token" -> {
                refreshes.incrementAndGet();
                yield refreshTokens.remove(form.getOrDefault("refresh_token", ""));
            }
            default -> device(form.getOrDefault("device_code", ""));
        };
        if (who == null) {
            var isDevice = form.containsKey("device_code");
            json(exchange, 400, isDevice ? notYet() : ended());
        } else {
            json(exchange, 200, granted(who));
        }
    }

    private Map<String, String> notYet() {
        return expired
                ? error("expired_token", "AADSTS70019: The code has expired.")
                : error("authorization_pending", "AADSTS70016: not yet");
    }

    private @Nullable Person device(String code) {
        return expired || pending.getAndDecrement() > 0 ? null : codes.remove(code);
    }

    private static Map<String, String> ended() {
        return error("invalid_grant", "AADSTS70008: The refresh token has expired.");
    }

    private static Map<String, String> error(String code, String text) {
        return Map.of("error", code, "error_description", text);
    }

    private Map<String, Object> granted(Person who) {
        var refreshToken = UUID.randomUUID().toString();
        refreshTokens.put(refreshToken, who);
        return Map.of(
                "token_type",
                "Bearer",
                "scope",
                SCOPE,
                "expires_in",
                3_600,
                "access_token",
                tokens.access(who),
                "id_token",
                tokens.id(who),
                "refresh_token",
                refreshToken,
                "client_info",
                EntraTokens.clientInfo(who));
    }

    private Person signedIn() {
        var who = person;
        if (who == null) {
            throw new IllegalStateException("Nobody sits before the browser");
        }
        return who;
    }

    private static Map<String, String> form(@Nullable String text) {
        var fields = new HashMap<String, String>();
        if (text != null) {
            Arrays.stream(text.split("&", -1))
                    .map(pair -> pair.split("=", 2))
                    .forEach(pair -> fields.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        }
        return fields;
    }

    private static void json(HttpExchange exchange, int status, Map<String, ?> body) throws IOException {
        send(exchange, status, "application/json", JSON.writeValueAsString(body));
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /// A page of this service.
    public URI page(String path) {
        return URI.create(authority() + path);
    }

    @Override
    public void close() {
        server.stop(0);
        keys.stop(0);
    }
}
