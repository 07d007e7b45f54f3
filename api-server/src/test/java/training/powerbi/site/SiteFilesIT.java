package training.powerbi.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.ClassPathResource;
import training.powerbi.server.acceptance.PortalHttp;
import training.powerbi.server.acceptance.RunningPortal;

/// How the site's files are served, to anyone.
@ExtendWith(OutputCaptureExtension.class)
class SiteFilesIT {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final ClassPathResource BUNDLE = new ClassPathResource("site/bundled/index.html");

    @TempDir
    private static Path data;

    private static RunningPortal portal;
    private static HttpClient http;

    @BeforeAll
    static void start() {
        portal = RunningPortal.over(data);
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        http.close();
        portal.close();
    }

    private static HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(portal.address().resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html",
        "/index.html, text/html",
        "/preview.html, text/html",
        "/not-found.html, text/html",
        "/site.json, application/json",
        "/favicon.svg, image/svg+xml",
        "/css/base.css, text/css",
        "/js/main.js, text/javascript",
        "/lib/lit-html/lit-html.js, text/javascript",
        "/lib/lit-html/directives/until.js, text/javascript",
        "/lib/lit-html/directives/private-async-helpers.js, text/javascript",
        "/lib/graphql-ws/client.mjs, text/javascript",
        "/graphql/TrainingDays.graphql, application/graphql"
    })
    void filesHaveTheirTypesAndAreAskedForAgain(String path, String type) throws Exception {
        var answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).startsWith(type);
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-cache");
        assertThat(header(answer, "Last-Modified")).isEmpty();
        assertThat(header(answer, "ETag")).startsWith("W/\"");
        assertThat(get(path, "If-None-Match", header(answer, "ETag")).statusCode())
                .isEqualTo(304);
        assertThat(get(path, "If-None-Match", "W/\"another\"").statusCode()).isEqualTo(200);
    }

    @Test
    void textTravelsCompressed() throws Exception {
        var plain = get("/js/main.js");
        var packed = get("/js/main.js", "Accept-Encoding", "gzip");
        assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(packed, "Vary")).containsIgnoringCase("accept-encoding");
        assertThat(packed.body()).hasSizeLessThan(plain.body().length);
        assertThat(unpacked(packed.body())).isEqualTo(plain.body());
    }

    private static byte[] unpacked(byte[] body) throws IOException {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return gzip.readAllBytes();
        }
    }

    /// Addresses that a page names, as a browser finds them.
    private static List<String> namedIn(String page) {
        return Pattern.compile("(?:src|href)=\"/?([^\"]+\\.(?:js|css|svg))\"")
                .matcher(page)
                .results()
                .map(found -> "/" + found.group(1))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/preview.html", "/not-found.html"})
    void aPageNamesItsFilesByTheirContentAndBrowsersKeepThem(String page) throws Exception {
        assumeTrue(BUNDLE.exists(), "the site is bundled where there is Node");
        var named = namedIn(new String(get(page).body(), StandardCharsets.UTF_8));
        assertThat(named).hasSizeBetween(3, 5).allMatch(path -> path.matches("/bundle/site/[a-z-]+-[0-9a-f]{12}\\..+"));
        for (var path : named) {
            var answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(header(answer, "Cache-Control")).contains("max-age=31536000", "immutable");
            var packed = get(path, "Accept-Encoding", "gzip");
            assertThat(header(packed, "Content-Encoding")).as(path).isEqualTo("gzip");
            assertThat(unpacked(packed.body())).isEqualTo(answer.body());
            var smallest = get(path, "Accept-Encoding", "gzip, deflate, br, zstd");
            assertThat(header(smallest, "Content-Encoding")).as(path).isEqualTo("br");
            assertThat(header(smallest, "Content-Type")).isEqualTo(header(answer, "Content-Type"));
            assertThat(smallest.body()).hasSizeLessThan(packed.body().length);
            var unwanted = get(path, "Accept-Encoding", "br;q=0, gzip");
            assertThat(header(unwanted, "Content-Encoding")).isEqualTo("gzip");
            assertThat(header(unwanted, "Vary")).containsIgnoringCase("accept-encoding");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/course, /#/course",
        "/course/, /#/course",
        "/day/1, /#/day/1",
        "/day/12/, /#/day/12",
        "/me, /#/me",
        "/sign-in, /#/sign-in",
        "/register, /#/register",
        "/reset, /#/reset"
    })
    void anAddressWithoutTheHashLeadsToItsPage(String path, String page) throws Exception {
        var answer = get(path, "Accept", BROWSER);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(header(answer, "Location")).endsWith(page);
        assertThat(answer.headers().allValues("Vary")).contains("Accept");
        assertThat(get(path, "Accept", "application/json").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nope", "/day/x", "/day/1/2", "/course/deeper", "/js/nothing.js", "/a/b/c.html"})
    void aPersonAtAWrongAddressGetsAPageAndAProgramACode(String path) throws Exception {
        var page = get(path, "Accept", BROWSER);
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(header(page, "Content-Type")).startsWith("text/html");
        assertThat(page.headers().allValues("Vary")).containsOnlyOnce("Accept");
        assertThat(header(page, "Content-Security-Policy")).contains("script-src 'self'");
        assertThat(new String(page.body(), StandardCharsets.UTF_8)).contains("Page not found", "href=\"/\"");
        for (var accept : List.of("application/json", "*/*", "application/problem+json")) {
            var problem = get(path, "Accept", accept);
            assertThat(problem.statusCode()).isEqualTo(404);
            assertThat(header(problem, "Content-Type")).startsWith("application/problem+json");
            assertThat(problem.headers().allValues("Vary")).containsOnlyOnce("Accept");
        }
    }

    @Test
    void theApiAnswersABrowserAsItAnswersPrograms() throws Exception {
        assertThat(header(get("/api/v1/nothing", "Accept", BROWSER), "Content-Type"))
                .startsWith("application/problem+json");
    }

    @Test
    void withoutABundleTheSourcesAreServedAndTheLogSaysSo(@TempDir Path other, CapturedOutput output) throws Exception {
        try (var plain = RunningPortal.over(other, "portal.site.bundled=false")) {
            var page = plain.rest("GET", "/", null, null).body();
            assertThat(namedIn(page)).contains("/js/main.js", "/css/base.css", "/favicon.svg");
            for (var path : namedIn(page)) {
                assertThat(plain.rest("GET", path, null, null).statusCode())
                        .as(path)
                        .isEqualTo(200);
            }
            assertThat(output).contains("The student's site is not bundled");
        }
    }

    @Test
    void headAnswersLikeGetWithoutABody() throws Exception {
        for (var path : new String[] {"/", "/js/main.js"}) {
            var answer = portal.rest("HEAD", path, null, null);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEmpty();
            assertThat(header(answer, "ETag")).isEqualTo(header(get(path), "ETag"));
        }
    }

    @Test
    void pagesMayRunOnlyTheSitesOwnCode() throws Exception {
        assertThat(header(get("/"), "Content-Security-Policy"))
                .isEqualTo(
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                                + " media-src 'self' https: blob:; connect-src 'self';"
                                + " frame-src 'self' https://www.youtube-nocookie.com https://player.vimeo.com;"
                                + " manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none';"
                                + " require-trusted-types-for 'script'; trusted-types lit-html");
        assertThat(new String(get("/").body(), StandardCharsets.UTF_8))
                .doesNotContain("<style", "style=", "onclick", "onload")
                .doesNotContainPattern("<script[^>]*>[^<]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.git/config",
                "/nothing",
                "/js",
                "/js/",
                "/js/nothing.js",
                "/static/index.html",
                "/webjars/lit-html/3.3.2/lit-html.js",
                "/META-INF/resources/webjars/lit-html/3.3.2/lit-html.js",
                "/lib",
                "/lib/lit-html/development/lit-html.js",
                "/axe.min.js",
                "/content-policy.txt",
                "/site/content-policy.txt",
                "/course/course.json",
                "/graphql/schema.graphqls"
            })
    void nothingElseIsServed(String path) throws Exception {
        var answer = portal.rest("GET", path, null, null);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
        assertThat(PortalHttp.json(answer).path("code").asString()).isEqualTo("NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/js/../../application.yaml",
                "/js/%2e%2e/%2e%2e/application.yaml",
                "/js/..%2f..%2fapplication.yaml",
                "/..%5capplication.yaml"
            })
    void noPathLeadsOutOfTheFolder(String path) throws Exception {
        assertThat(get(path).statusCode()).isBetween(400, 404);
    }
}
