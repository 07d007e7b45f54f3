package training.powerbi.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static training.powerbi.edge.Edge.json;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.model.error.ErrorCode;

class RestIT {
    private static final String SCRAPER = "a-token-for-metrics-and-nothing-else-at-all";

    private static Edge edge;

    @BeforeAll
    static void start() {
        edge = Edge.start("--portal.metrics.token=" + SCRAPER);
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeAnswersAsAProblemWithItsStatus(ErrorCode code) {
        var answer = get("/api/v1/open/fail/" + code + "?why=because");
        assertProblem(answer, code);
        var problem = json(answer);
        assertThat(problem.path("detail").asString()).isEqualTo("because");
        assertThat(problem.path("instance").asString()).isEqualTo("/api/v1/open/fail/" + code);
        assertThat(problem.path("retryable").asBoolean()).isEqualTo(code.retryable());
        assertThat(answer.headers().firstValue("WWW-Authenticate").isPresent()).isEqualTo(code.httpStatus() == 401);
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 4_000})
    void whoeverReadsManyLanguagesIsAnswered(int languages) {
        var spoken = "de,".repeat(languages - 1) + "en";
        assertThat(edge.send(edge.request("/api/v1/health").header("Accept-Language", spoken))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theProblemTypeIsSpelledFromTheCode() {
        var problem = json(get("/api/v1/open/fail/DAY_LOCKED?why=x"));
        assertThat(problem.path("type").asString()).isEqualTo("urn:training-portal:problem:day-locked");
        assertThat(problem.path("title").asString()).isEqualTo("Day locked");
    }

    @Test
    void waitingTimesAreTold() {
        assertThat(get("/api/v1/open/fail/STORAGE_UNAVAILABLE?why=x").headers().firstValue("Retry-After"))
                .isPresent();
    }

    @Test
    void aDefectTellsAnIdAndNothingElse() {
        var answer = edge.send(edge.request("/api/v1/open/defect").header("X-Request-Id", "my-request-1"));
        assertProblem(answer, ErrorCode.INTERNAL);
        assertThat(answer.body())
                .contains("my-request-1")
                .doesNotContain("secret")
                .doesNotContain("Exception");
        assertThat(answer.headers().firstValue("X-Request-Id")).hasValue("my-request-1");
        assertThat(json(answer).path("requestId").asString()).isEqualTo("my-request-1");
    }

    @Test
    void everyRefusalCarriesTheRequestsIdInItsHeadAndNotInItsBody() {
        var asked = edge.request("/api/v1/admins").header("X-Request-Id", "my-request-2");
        var refused = edge.send(asked);
        assertThat(refused.headers().firstValue("X-Request-Id")).hasValue("my-request-2");
        assertThat(refused.body()).doesNotContain("my-request-2");
        assertThat(get("/api/v1/open/nothing").headers().firstValue("X-Request-Id"))
                .isPresent();
    }

    @Test
    void anIdThatIsNotSaneIsReplaced() {
        var answer = edge.send(edge.request("/api/v1/health").header("X-Request-Id", "a b\"<script>"));
        assertThat(answer.headers().firstValue("X-Request-Id").orElse("")).matches("[0-9a-f-]{36}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":                             | body is missing or not well-formed |",
                "{\"name\":\"a\",\"times\":1,\"role\":\"ADMIN\"} | no field role | role",
                "{\"name\":\"a\",\"times\":\"many\"}    | times | times",
                "{\"name\":\" \",\"times\":1}           | name | name",
                "{\"name\":\"a\",\"times\":1} x         | body is missing or not well-formed |"
            })
    void badBodiesAre400WithTheField(String body, String sentence, String field) {
        var answer = edge.postJson("/api/v1/open/greet", null, body);
        assertProblem(answer, ErrorCode.BAD_USER_INPUT);
        assertThat(json(answer).path("detail").asString()).contains(sentence);
        assertThat(json(answer).path("field").asString("")).isEqualTo(field == null ? "" : field);
    }

    @Test
    void instantsAreText() {
        var answer = edge.postJson("/api/v1/open/greet", null, "{\"name\":\"a\",\"times\":1}");
        assertThat(answer.body()).contains("\"1970-01-01T00:00:00Z\"");
    }

    @Test
    void theFrameworksOwnComplaintsHaveTheSameForm() {
        assertProblem(get("/api/v1/open/nothing"), ErrorCode.NOT_FOUND);
        assertProblem(get("/nothing.html"), ErrorCode.NOT_FOUND);
        assertProblem(get("/error"), ErrorCode.NOT_FOUND);
        assertProblem(get("/api/v1/open/fail/DAY_LOCKED"), ErrorCode.BAD_USER_INPUT);
        assertProblem(get("/api/v1/open/fail/NO_SUCH_CODE?why=x"), ErrorCode.BAD_USER_INPUT);
        var method = get("/api/v1/open/greet");
        assertProblem(method, ErrorCode.METHOD_NOT_ALLOWED);
        assertThat(method.headers().firstValue("Allow")).hasValue("POST");
        assertProblem(
                edge.send(edge.request("/api/v1/open/greet")
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("x"))),
                ErrorCode.UNSUPPORTED_MEDIA_TYPE);
        assertProblem(
                edge.send(edge.request("/api/v1/open/greet")
                        .header("Content-Type", "application/json")
                        .header("Accept", "image/png")
                        .POST(BodyPublishers.ofString("{\"name\":\"a\",\"times\":1}"))),
                ErrorCode.NOT_ACCEPTABLE);
    }

    @Test
    void aLargeJsonBodyIs413WithAndWithoutAnnouncedLength() {
        var body = "{\"name\":\"" + "x".repeat(1_000_000) + "\",\"times\":1}";
        assertProblem(edge.postJson("/api/v1/open/greet", null, body), ErrorCode.TOO_LARGE);
        InputStream chunks = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
        assertProblem(
                edge.send(edge.request("/api/v1/open/greet")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(() -> chunks))),
                ErrorCode.TOO_LARGE);
    }

    @Test
    void tokensAreAskedFor() {
        var none = get("/api/v1/admins");
        assertProblem(none, ErrorCode.UNAUTHENTICATED);
        assertThat(none.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        var forged = edge.send(edge.request("/api/v1/admins", "forged"));
        assertProblem(forged, ErrorCode.UNAUTHENTICATED);
        assertThat(forged.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
        assertProblem(edge.send(edge.request("/api/v1/admins", edge.student())), ErrorCode.ACCESS_DENIED);
        assertThat(edge.send(edge.request("/api/v1/admins", edge.admin())).body())
                .isEqualTo("granted");
    }

    @Test
    void healthShowsDetailsToAdminsOnly() {
        var anyone = get("/api/v1/health");
        assertThat(anyone.statusCode()).isEqualTo(200);
        assertThat(anyone.body()).isEqualTo("{\"status\":\"ok\"}");
        assertThat(edge.send(edge.request("/api/v1/health", edge.student())).body())
                .isEqualTo("{\"status\":\"ok\"}");
        var admin = json(edge.send(edge.request("/api/v1/health", edge.admin())));
        assertThat(admin.path("version").isString()).isTrue();
        assertThat(admin.path("store").has("kind")).isTrue();
        assertThat(admin.path("store").has("lastCommitAt")).isTrue();
        assertThat(admin.path("store").path("rows").isObject()).isTrue();
    }

    @Test
    void metricsAreForAdmins() {
        assertThat(get("/api/v1/metrics").statusCode()).isEqualTo(401);
        assertThat(edge.send(edge.request("/api/v1/metrics", edge.student())).statusCode())
                .isEqualTo(403);
        var metrics = edge.send(edge.request("/api/v1/metrics", edge.admin()));
        assertThat(metrics.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(metrics.body()).contains("jvm_memory_used_bytes").contains("http_server_requests_seconds_count");
        assertThat(edge.send(edge.request("/api/v1/metrics", SCRAPER)).body()).contains("jvm_memory_used_bytes");
        assertThat(edge.send(edge.request("/api/v1/metrics", SCRAPER).HEAD()).statusCode())
                .isEqualTo(200);
        assertThat(edge.send(edge.request("/api/v1/metrics", SCRAPER + "x")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void theDocumentationListsRestCallsAndLoadsNothingFromElsewhere() {
        var page = get("/api/v1/docs");
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.body())
                .doesNotContain("http://")
                .doesNotContain("https://")
                .doesNotContain("<script>");
        assertThat(get("/api/v1/docs/docs.js").statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/docs/docs.css").statusCode()).isEqualTo(200);
        var spec = json(get("/api/v1/docs/openapi.json"));
        assertThat(spec.path("openapi").asString()).startsWith("3.");
        assertThat(spec.path("paths").propertyNames())
                .contains("/api/v1/health")
                .doesNotContain("/graphql", "/error");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/env",
                "/actuator/health",
                "/graphiql",
                "/graphql/schema",
                "/h2-console",
                "/.git/config",
                "/swagger-ui.html",
                "/v3/api-docs",
                "/application.yaml",
                "/docs/docs.html"
            })
    void thereAreNoBackDoors(String path) {
        assertProblem(get(path), ErrorCode.NOT_FOUND);
    }

    @Test
    void traceIsRefusedAndMalformedRequestsGetNoPageOfTheContainer() throws Exception {
        assertThat(raw("TRACE /api/v1/health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405")
                .doesNotContain("Tomcat");
        assertThat(raw("GET /a|b{} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .doesNotContain("Tomcat")
                .doesNotContain("<html");
        assertThat(raw("GET /api/v1/health;x=1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json");
    }

    private static String raw(String request) throws Exception {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), edge.address().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/health, 200",
        "/api/v1/admins, 401",
        "/api/v1/open/nothing, 404",
        "/api/v1/open/defect, 500",
        "/api/v1/open/fail/TOO_LARGE?why=x, 413",
        "/graphql, 405",
        "/api/v1/docs, 200",
        "/nothing, 404"
    })
    void protectiveHeadersAreOnEveryAnswer(String path, int status) {
        var answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("frame-ancestors 'none'");
        assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("strict-origin-when-cross-origin");
        assertThat(answer.headers().firstValue("Permissions-Policy")).isPresent();
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        assertThat(answer.headers().firstValue("X-Powered-By")).isEmpty();
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
        if (path.startsWith("/api") || path.startsWith("/graphql")) {
            assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/graphql", "/api/v1/health"})
    void anAllowedPageMayCall(String path) {
        var preflight = preflight(path, Edge.ALLOWED);
        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(preflight.headers().allValues("Access-Control-Allow-Origin")).containsExactly(Edge.ALLOWED);
        assertThat(preflight.headers().allValues("Vary")).anyMatch(value -> value.contains("Origin"));
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        var call = edge.send(edge.request("/api/v1/health").header("Origin", Edge.ALLOWED));
        assertThat(call.headers().firstValue("Access-Control-Allow-Origin")).hasValue(Edge.ALLOWED);
        assertThat(call.headers().firstValue("Access-Control-Expose-Headers").orElse(""))
                .contains("X-Request-Id")
                .contains("Retry-After");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "null",
                "https://school.example.evil.example",
                "https://sub.school.example",
                "https://school.example:8443",
                "http://school.example"
            })
    void otherPagesMayNot(String origin) {
        for (var path : java.util.List.of("/graphql", "/api/v1/health")) {
            var preflight = preflight(path, origin);
            assertThat(preflight.statusCode()).isEqualTo(403);
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
        var call = edge.send(edge.request("/api/v1/health").header("Origin", origin));
        assertThat(call.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    private static HttpResponse<String> preflight(String path, String origin) {
        return edge.send(edge.request(path)
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", path.equals("/graphql") ? "POST" : "GET")
                .header("Access-Control-Request-Headers", "authorization, content-type"));
    }

    private static HttpResponse<String> get(String path) {
        return edge.send(edge.request(path));
    }

    private static void assertProblem(HttpResponse<String> answer, ErrorCode code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(code.httpStatus());
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(answer).path("code").asString()).isEqualTo(code.name());
        assertThat(json(answer).path("status").asInt()).isEqualTo(code.httpStatus());
    }
}
