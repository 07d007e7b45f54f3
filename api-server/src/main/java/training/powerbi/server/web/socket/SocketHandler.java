package training.powerbi.server.web.socket;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.MDC;
import org.springframework.context.SmartLifecycle;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlWebSocketHandler;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.standard.StandardWebSocketSession;
import org.springframework.web.socket.server.HandshakeHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;
import training.powerbi.server.web.failure.RequestId;

/// The framework's graphql-transport-ws with the portal's limits before it: size and form of frames, time to
/// send, and a close for every socket when the server stops.
final class SocketHandler extends GraphQlWebSocketHandler implements SmartLifecycle {
    private static final String BLOCKING_SEND_MILLIS = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";
    private static final String CLOSE_MILLIS = "org.apache.tomcat.websocket.SESSION_CLOSE_TIMEOUT";
    private static final long SEND_MILLIS = 10_000;
    /// A peer that is told to go and does not answer keeps its socket's memory no longer than this.
    private static final long FAREWELL_MILLIS = 5_000;

    private final HandshakeLimit handshakes;
    private final Map<String, SocketSession> sessions = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    SocketHandler(
            WebGraphQlHandler handler,
            JacksonJsonHttpMessageConverter converter,
            Duration initTimeout,
            Duration keepAlive,
            CorsConfiguration origins,
            HandshakeLimit handshakes) {
        super(handler, asObjectConverter(converter), initTimeout, keepAlive, origins);
        this.handshakes = handshakes;
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

    /// Foreign pages are refused first, so that they take nobody's place.
    @Override
    public WebSocketHttpRequestHandler initWebSocketHttpRequestHandler(HandshakeHandler handshakeHandler) {
        WebSocketHttpRequestHandler handler = super.initWebSocketHttpRequestHandler(handshakeHandler);
        List<HandshakeInterceptor> interceptors = new ArrayList<>(handler.getHandshakeInterceptors());
        interceptors.add(handshakes);
        handler.setHandshakeInterceptors(interceptors);
        return handler;
    }

    /// So the container needs no room for whole ones.
    @Override
    public boolean supportsPartialMessages() {
        return true;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        if (session instanceof StandardWebSocketSession container) {
            container.getNativeSession().getUserProperties().put(BLOCKING_SEND_MILLIS, SEND_MILLIS);
            container.getNativeSession().getUserProperties().put(CLOSE_MILLIS, FAREWELL_MILLIS);
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
        if (!guarded.pieces().fits(message.getPayload())) {
            guarded.end(CloseStatus.TOO_BIG_TO_PROCESS);
            return;
        }
        Optional<String> whole = guarded.pieces().add(message.getPayload(), message.isLast());
        if (whole.isPresent()) {
            handleWhole(guarded, whole.get());
        }
    }

    /// Ends sockets whose message does not come to its end; what has come of it is kept in memory.
    void endOverdue(Instant now, Duration time) {
        sessions.values().stream()
                .filter(session -> session.pieces().isOverdue(now, time))
                .forEach(session -> session.end(SocketSession.TOO_SLOW));
    }

    private void handleWhole(SocketSession session, String text) throws Exception {
        Optional<String> frame = SocketFrame.read(text);
        if (frame.isEmpty()) {
            session.end(SocketSession.BAD_MESSAGE);
            return;
        }
        try (MDC.MDCCloseable _ = MDC.putCloseable(RequestId.MDC_KEY, session.requestId())) {
            super.handleTextMessage(session, new TextMessage(frame.get()));
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        SocketSession guarded = sessions.remove(session.getId());
        if (guarded != null) {
            guarded.place().leave();
        }
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
