package training.powerbi.server.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A bare graphql-transport-ws client: sends what it is told, right or wrong, and shows every frame and the
/// code the server closed with.
public final class GraphQlSocket implements AutoCloseable {
    public static final String PROTOCOL = "graphql-transport-ws";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final WebSocket socket;
    private final Frames frames;

    private GraphQlSocket(WebSocket socket, Frames frames) {
        this.socket = socket;
        this.frames = frames;
    }

    /// Opens a socket at the portal's address without signing in.
    ///
    /// @throws java.util.concurrent.CompletionException when the handshake is refused
    public static GraphQlSocket open(URI portal) {
        return open(portal, PROTOCOL, null);
    }

    public static GraphQlSocket open(URI portal, String protocol, @Nullable String origin) {
        var frames = new Frames();
        var builder = HttpClient.newHttpClient().newWebSocketBuilder().subprotocols(protocol);
        if (origin != null) {
            builder.header("Origin", origin);
        }
        var address = URI.create(portal.toString().replaceFirst("^http", "ws")).resolve("/graphql");
        return new GraphQlSocket(builder.buildAsync(address, frames).join(), frames);
    }

    /// Opens a socket and signs in; returns when the server has acknowledged.
    public static GraphQlSocket signedIn(URI portal, String token) {
        var socket = open(portal);
        socket.init(token);
        var answer = socket.next();
        if (!answer.path("type").asString().equals("connection_ack")) {
            throw new AssertionError("expected connection_ack, got " + answer);
        }
        return socket;
    }

    public void init(String token) {
        send(Map.of("type", "connection_init", "payload", Map.of("Authorization", "Bearer " + token)));
    }

    public void subscribe(String id, String document) {
        subscribe(id, document, Map.of());
    }

    public void subscribe(String id, String document, Map<String, ?> variables) {
        send(Map.of("id", id, "type", "subscribe", "payload", Map.of("query", document, "variables", variables)));
    }

    public void complete(String id) {
        send(Map.of("id", id, "type", "complete"));
    }

    public void send(Map<String, ?> frame) {
        sendText(JSON.writeValueAsString(frame));
    }

    public void sendText(String text) {
        socket.sendText(text, true).join();
    }

    /// One message in frames of so many characters.
    public void sendInPieces(String text, int size) {
        for (int from = 0; from < text.length(); from += size) {
            int to = Math.min(text.length(), from + size);
            socket.sendText(text.substring(from, to), to == text.length()).join();
        }
    }

    /// The first frame of a message whose next one does not come.
    public void sendBeginning(String text) {
        socket.sendText(text, false).join();
    }

    /// The next frame other than a ping; fails when none comes.
    public JsonNode next() {
        var frame = poll(PATIENCE);
        if (frame == null) {
            throw new AssertionError("no frame came");
        }
        return frame;
    }

    /// The next frame other than a ping, or null when none comes in that time.
    public @Nullable JsonNode poll(Duration patience) {
        try {
            JsonNode frame;
            do {
                frame = frames.received.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            } while (frame != null && frame.path("type").asString().equals("ping"));
            return frame;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The code the server closed with, once it has.
    public int closeCode() {
        return frames.closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    public boolean isClosed() {
        return frames.closed.isDone();
    }

    @Override
    public void close() {
        socket.abort();
    }

    private static final class Frames implements WebSocket.Listener {
        private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final StringBuilder partial = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                received.add(JSON.readTree(partial.toString()));
                partial.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.completeExceptionally(error);
        }
    }
}
