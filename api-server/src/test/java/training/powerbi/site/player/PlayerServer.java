package training.powerbi.site.player;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/// Serves the player's own files under the site's content policy, takes its reports and can refuse them.
final class PlayerServer implements AutoCloseable {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; media-src 'self' https: blob:; connect-src 'self';"
                    + " frame-src 'self' https://www.youtube-nocookie.com https://player.vimeo.com; manifest-src 'self';"
                    + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script';"
                    + " trusted-types lit-html";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css",
            "js", "text/javascript",
            "vtt", "text/vtt");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Report> reports = new CopyOnWriteArrayList<>();
    private final List<Report> farewells = new CopyOnWriteArrayList<>();
    private final FilmStore films;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile @Nullable String refusal;

    PlayerServer(FilmStore films) {
        this.films = films;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, this::file));
        server.createContext("/film/", films::serve);
        server.createContext("/reports", exchange -> answer(exchange, () -> take(exchange, reports)));
        server.createContext("/farewells", exchange -> answer(exchange, () -> take(exchange, farewells)));
        server.createContext("/renew", exchange -> answer(exchange, films::renewed));
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// What `report` brought, in the order of arrival.
    List<Report> reports() {
        return List.copyOf(reports);
    }

    /// What `reportOnHide` brought.
    List<Report> farewells() {
        return List.copyOf(farewells);
    }

    /// Answers every report with this error from now on.
    void refuse(String code, boolean retryable) {
        refusal = "{\"code\": \"%s\", \"retryable\": %s}".formatted(code, retryable);
    }

    /// Answers every report that it wants none for so many seconds.
    void refuseFor(int seconds) {
        refusal = "{\"code\": \"TOO_MANY_REQUESTS\", \"retryable\": true, \"retryAfter\": %d}".formatted(seconds);
    }

    /// How many reports were refused.
    int refused() {
        return refusals.get();
    }

    void accept() {
        refusal = null;
    }

    /// Lets every report wait until [#release].
    void hold() {
        gate = new CountDownLatch(1);
    }

    void release() {
        gate.countDown();
    }

    /// How many reports wait now.
    int held() {
        return waiting.get();
    }

    /// How many reports were under way together at most.
    int mostAtOnce() {
        return mostAtOnce.get();
    }

    /// What a page is answered.
    record Answer(int status, String type, String text) {
        static Answer json(int status, String text) {
            return new Answer(status, "application/json", text);
        }
    }

    private interface Work {
        Answer answer() throws IOException;
    }

    private interface FileWork {
        Answer answer(String path) throws IOException;
    }

    private void answer(HttpExchange exchange, FileWork work) throws IOException {
        answer(exchange, () -> work.answer(exchange.getRequestURI().getPath()));
    }

    private void answer(HttpExchange exchange, Work work) throws IOException {
        try (exchange) {
            var answer = work.answer();
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
            exchange.getResponseHeaders().set("Referrer-Policy", "strict-origin-when-cross-origin");
            var body = answer.text().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer take(HttpExchange exchange, List<Report> list) throws IOException {
        var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        mostAtOnce.accumulateAndGet(waiting.incrementAndGet(), Math::max);
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.decrementAndGet();
        }
        var refused = refusal;
        if (refused != null) {
            refusals.incrementAndGet();
            return Answer.json(503, refused);
        }
        list.add(JsonMapper.shared().readValue(text, Report.class));
        return Answer.json(200, "{}");
    }

    private Answer file(String path) throws IOException {
        var resource = new ClassPathResource(
                path.startsWith("/test/") ? path.replaceFirst("^/test/", "site/player/") : "static" + path);
        if (!resource.exists()) {
            return Answer.json(404, "{}");
        }
        var ending = path.substring(path.lastIndexOf('.') + 1);
        return new Answer(
                200, TYPES.getOrDefault(ending, "text/plain"), resource.getContentAsString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        release();
        films.killAll();
        server.stop(0);
        threads.close();
    }
}
