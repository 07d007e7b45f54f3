package training.powerbi.client.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/// An HTTP server that gives the answers a test laid ready, one after the other, and writes down what was asked.
public final class StubPortal implements AutoCloseable {
    private static final int LOST = -1;

    private final HttpServer server;
    private final Queue<Reply> replies = new ArrayDeque<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final List<String> names = new CopyOnWriteArrayList<>();

    private record Reply(int status, Map<String, String> headers, String body) {}

    public StubPortal() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public synchronized StubPortal reply(int status, Map<String, String> headers, String body) {
        replies.add(new Reply(status, headers, body));
        return this;
    }

    public StubPortal json(String body) {
        return reply(200, Map.of("Content-Type", "application/json"), body);
    }

    /// Hears the next request, and hangs up instead of answering.
    public StubPortal lost() {
        return reply(LOST, Map.of(), "");
    }

    public StubPortal problem(int status, String code) {
        return reply(
                status,
                Map.of("Content-Type", "application/problem+json", "Retry-After", "7"),
                "{\"code\":\"" + code + "\",\"detail\":\"Do this.\",\"field\":\"title\"}");
    }

    /// Method and path of each request, in order.
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /// The bearer tokens, in order.
    public List<String> tokens() {
        return List.copyOf(tokens);
    }

    /// The `Idempotency-Key` of each request, in order; `none` for those without.
    public List<String> keys() {
        return List.copyOf(keys);
    }

    /// What each request calls itself, in order.
    public List<String> names() {
        return List.copyOf(names);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        asked.add(exchange.getRequestMethod() + ' ' + exchange.getRequestURI().getPath());
        tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                .replace("Bearer ", ""));
        var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        keys.add(key == null ? "none" : key);
        names.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Request-Id")));
        var reply = replies.isEmpty() ? new Reply(500, Map.of(), "") : replies.remove();
        if (reply.status() == LOST) {
            exchange.close();
            return;
        }
        var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
