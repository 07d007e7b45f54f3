package training.powerbi.interop;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One subscription over a `graphql-transport-ws` socket, and what came through it.
final class LiveEvents implements WebSocket.Listener, AutoCloseable {
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> acknowledged = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private @Nullable WebSocket socket;

    private LiveEvents() {}

    static LiveEvents open(HttpClient http, URI portal, String token, String document) {
        var live = new LiveEvents();
        var socket = http.newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .buildAsync(URI.create("ws://" + portal.getAuthority() + "/graphql"), live)
                .join();
        live.say(socket, Map.of("type", "connection_init", "payload", Map.of("Authorization", "Bearer " + token)));
        live.acknowledged.orTimeout(20, TimeUnit.SECONDS).join();
        live.say(socket, Map.of("type", "subscribe", "id", "1", "payload", Map.of("query", document)));
        live.socket = socket;
        return live;
    }

    /// The `data` of the events so far.
    List<JsonNode> events() {
        return List.copyOf(events);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            var message = PortalClient.json(partial.toString());
            partial.setLength(0);
            switch (message.path("type").asText()) {
                case "connection_ack" -> acknowledged.complete(null);
                case "ping" -> say(from, Map.of("type", "pong"));
                case "next" -> events.add(message.path("payload").path("data"));
                default -> fail(new AssertionError("Unexpected message " + message));
            }
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        fail(new AssertionError("The socket was closed with " + status + " " + reason));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        fail(error);
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.abort();
        }
    }

    private void say(WebSocket to, Map<String, ?> message) {
        to.sendText(PortalClient.text(message), true).join();
    }

    private void fail(Throwable cause) {
        acknowledged.completeExceptionally(cause);
    }
}
