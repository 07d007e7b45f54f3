package training.powerbi.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Goes to every address the server has, as its own mappings list them, with every method and with parts that nobody
/// would type. Whatever the answer is, it is none that means a defect, and the log holds no stack.
class RestWalkIT {
    private static final String STUDENT = "walker@example.com";
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "SPRINT");

    /// In place of each part that varies, as they stand in a request line.
    private static final List<String> PARTS = List.of(
            "",
            "x",
            "1",
            "-1",
            "0",
            "99999999999999999999",
            "1e999999999",
            "9".repeat(3_000),
            "a".repeat(6_000),
            "%00",
            "%2F",
            "%2e%2e%2f%2e%2e",
            ".",
            "..",
            "...",
            "%5C..%5C",
            ";a=b",
            "x;jsessionid=1",
            "%3B",
            "%20",
            "%0d%0aX:%201",
            "%ff%fe",
            "%",
            "%zz",
            "%25",
            "%C3%BC",
            "%ED%A0%80",
            "%F0%9F%98%80",
            "*",
            "{x}",
            "[",
            "a.b.c",
            "x.mp4",
            ".mp4",
            "%22",
            "null");

    @TempDir
    private Path data;

    @Test
    void noAddressHasADefectWhateverItsPartsAndWhoeverAsks() throws IOException {
        var log = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var seen = new ListAppender<ILoggingEvent>();
        var defects = new ArrayList<String>();
        try (var portal = RunningPortal.over(data)) {
            portal.register(STUDENT);
            seen.start();
            log.addAppender(seen);
            var patterns = patterns(portal);
            assertThat(patterns).hasSizeGreaterThan(25).contains("/api/v1/materials/{ticket}/{*path}");
            for (var pattern : patterns) {
                for (var token : callers(portal)) {
                    walk(portal, pattern, token, defects);
                }
            }
        } finally {
            log.detachAppender(seen);
        }
        assertThat(defects).isEmpty();
        assertThat(seen.list)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN) && event.getThrowableProxy() != null)
                .isEmpty();
    }

    /// New ones for each address: one of the addresses signs out everywhere.
    private static List<@Nullable String> callers(RunningPortal portal) {
        var callers = new ArrayList<@Nullable String>();
        callers.add(null);
        callers.add(portal.login(STUDENT, PortalHttp.STUDENT_PASSWORD));
        callers.add(portal.adminToken());
        return callers;
    }

    private static Set<String> patterns(RunningPortal portal) {
        var patterns = new TreeSet<>(Set.of("/graphql", "/", "/index.html", "/js/{file}"));
        portal.context().getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .map(RequestMappingInfo::getPatternValues)
                .forEach(patterns::addAll);
        return patterns;
    }

    private static void walk(RunningPortal portal, String pattern, @Nullable String token, List<String> defects)
            throws IOException {
        for (var path : paths(pattern)) {
            for (var method : METHODS) {
                int status = status(portal, method + " " + path, token);
                if (status >= 500) {
                    defects.add(status + " " + method + " " + path);
                }
            }
        }
    }

    private static Set<String> paths(String pattern) {
        var paths = new LinkedHashSet<String>();
        for (var part : pattern.contains("{") ? PARTS : List.of("")) {
            var path = pattern.replaceAll("\\{[^}]*}", part.replace("$", "\\$").replace("\\", "\\\\"));
            paths.add(path);
        }
        var whole = pattern.replaceAll("\\{[^}]*}", "x");
        Stream.of("/x", "//", "/.", "/..", "%2F", "?x=%zz&x", ";x", "/").forEach(extra -> paths.add(whole + extra));
        paths.add(whole.substring(0, Math.max(1, whole.lastIndexOf('/'))));
        return paths;
    }

    /// By hand, since no client library sends such lines.
    private static int status(RunningPortal portal, String line, @Nullable String token) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), portal.address().getPort())) {
            socket.setSoTimeout(60_000);
            var signedIn = token == null ? "" : "Authorization: Bearer " + token + "\r\n";
            socket.getOutputStream()
                    .write((line + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: 0\r\n"
                                    + signedIn + "\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            var answer = read(socket, line);
            assertThat(answer).as(line).startsWith("HTTP/1.1 ");
            return Integer.parseInt(answer.substring(9));
        }
    }

    private static String read(Socket socket, String line) throws IOException {
        try {
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("no answer to " + line, e);
        }
    }

    @Test
    void aSlashAtTheEndMakesNoDifferenceToRulesOrAnswers() {
        try (var portal = RunningPortal.over(data)) {
            var student = portal.register(STUDENT).path("access_token").asString();
            var admin = portal.adminToken();
            for (var call : List.of(
                    "GET /api/v1/health",
                    "GET /api/v1/config",
                    "GET /api/v1/auth/me",
                    "GET /api/v1/metrics",
                    "GET /api/v1/users/x/export",
                    "POST /api/v1/videos/uploads",
                    "OPTIONS /api/v1/videos/uploads",
                    "HEAD /api/v1/videos/uploads/x",
                    "PATCH /api/v1/videos/uploads/x",
                    "DELETE /api/v1/videos/x",
                    "POST /api/v1/auth/login",
                    "GET /api/v1/materials/x/y",
                    "GET /.well-known/jwks.json",
                    "GET /api/v1/nothing",
                    "POST /graphql",
                    "GET /graphql")) {
                var words = call.split(" ", -1);
                for (var token : java.util.Arrays.asList(null, student, admin)) {
                    var plain = portal.rest(words[0], words[1], token, null);
                    var slashed = portal.rest(words[0], words[1] + "/", token, null);
                    assertThat(slashed.statusCode()).as(call).isEqualTo(plain.statusCode());
                    assertThat(slashed.headers().map().keySet())
                            .as(call)
                            .isEqualTo(plain.headers().map().keySet());
                }
            }
            assertThat(portal.rest("POST", "/graphql/", student, Map.of("query", "{ me { userId } }"))
                            .body())
                    .contains("userId");
        }
    }
}
