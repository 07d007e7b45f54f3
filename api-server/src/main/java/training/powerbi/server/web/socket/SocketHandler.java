package training.powerbi.server.web.socket;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlWebSocketHandler;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.standard.StandardWebSocketSession;
import training.powerbi.server.web.http.BoundedBody;

/// The framework's graphql-transport-ws with the portal's limits before it: size and form of frames, time to
/// send, and a close for every socket when the server stops.
final class SocketHandler extends GraphQlWebSocketHandler implements SmartLifecycle {
    private static final String BLOCKING_SEND_MILLIS = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";
    private static final long SEND_MILLIS = 10_000;

    private final Map<String, SocketSession> sessions = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    SocketHandler(
            WebGraphQlHandler handler,
            JacksonJsonHttpMessageConverter converter,
            Duration initTimeout,
            Duration keepAlive,
            CorsConfiguration origins) {
        super(handler, asObjectConverter(converter), initTimeout, keepAlive, origins);
    }

    @SuppressWarnings("unchecked") // Jackson's converter reads and writes any type; only its declaration says less.
    private static org.springframework.http.converter.HttpMessageConverter<Object> asObjectConverter(
            org.springframework.http.converter.HttpMessageConverter<?> converter) {
        return (org.springframework.http.converter.HttpMessageConverter<Object>) converter;
    }

    static CloseStatus status(LiveConnection.Reason reason) {
        return switch (reason) {
            case TOKEN_ENDED -> SocketSession.TOKEN_ENDED;
            case SERVER_STOPS -> CloseStatus.GOING_AWAY;
        };
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        session.setTextMessageSizeLimit(BoundedBody.LIMIT);
        session.setBinaryMessageSizeLimit(BoundedBody.LIMIT);
        if (session instanceof StandardWebSocketSession container) {
            container.getNativeSession().getUserProperties().put(BLOCKING_SEND_MILLIS, SEND_MILLIS);
        }
        SocketSession guarded = new SocketSession(session);
        sessions.put(session.getId(), guarded);
        super.afterConnectionEstablished(guarded);
        if (stopping) {
            guarded.end(CloseStatus.GOING_AWAY);
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) throws Exception {
        SocketSession guarded = sessions.get(session.getId());
        if (guarded == null || !guarded.isOpen()) {
            return;
        }
        if (message.asBytes().length > BoundedBody.LIMIT) {
            guarded.end(CloseStatus.TOO_BIG_TO_PROCESS);
        } else if (!SocketFrame.isValid(message.getPayload())) {
            guarded.end(SocketSession.BAD_MESSAGE);
        } else {
            super.handleTextMessage(guarded, message);
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        sessions.remove(session.getId());
        super.afterConnectionClosed(session, status);
    }

    @Override
    public void start() {
        stopping = false;
    }

    /// Before the container's own graceful stop, which waits for requests and forgets sockets.
    @Override
    public void stop() {
        stopping = true;
        sessions.values().forEach(session -> session.end(CloseStatus.GOING_AWAY));
    }

    @Override
    public boolean isRunning() {
        return !stopping;
    }
}
