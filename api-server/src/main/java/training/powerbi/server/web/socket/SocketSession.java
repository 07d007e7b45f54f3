package training.powerbi.server.web.socket;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.handler.SessionLimitExceededException;
import training.powerbi.server.web.failure.RequestId;
import training.powerbi.server.web.http.BoundedBody;

/// A socket with what the portal knows of it. Sends from several threads do not mix, a peer that does not
/// read is dropped, and nothing is sent once the socket is told to close.
final class SocketSession extends ConcurrentWebSocketSessionDecorator {
    static final int MOST_SUBSCRIPTIONS = 20;
    static final CloseStatus BAD_MESSAGE = new CloseStatus(4400, "Invalid message");
    static final CloseStatus TOKEN_ENDED = new CloseStatus(4403, "Token ended; connect with a fresh one");
    static final CloseStatus TOO_MANY = new CloseStatus(4429, "Too many connections");
    static final CloseStatus TOO_SLOW = CloseStatus.POLICY_VIOLATION.withReason("The message took too long to arrive");
    private static final Logger LOG = LoggerFactory.getLogger(SocketSession.class);
    private static final String ATTRIBUTE = SocketSession.class.getName();
    private static final int SEND_MILLIS = 10_000;
    private static final int BUFFERED_BYTES = 512 * 1024;

    /// Of the attribute that holds its [SigningIn.Place].
    static final String PLACE = SigningIn.Place.class.getName();

    /// Room for a `connection_init` with its token; anyone may send that much.
    private static final int STRANGERS_BYTES = 16 * 1024;

    private final MessagePieces pieces = new MessagePieces(STRANGERS_BYTES);
    private final SigningIn.Place place;
    private final AtomicInteger subscriptions = new AtomicInteger();
    private final AtomicReference<@Nullable LiveConnection> connection = new AtomicReference<>();

    SocketSession(WebSocketSession session) {
        super(session, SEND_MILLIS, BUFFERED_BYTES);
        getAttributes().put(ATTRIBUTE, this);
        if (!(getAttributes().get(PLACE) instanceof SigningIn.Place taken)) {
            throw new IllegalStateException("The handshake gave the socket no place");
        }
        place = taken;
    }

    /// Of the request that opened the socket; log lines of what it asks carry it.
    String requestId() {
        return String.valueOf(getAttributes().get(RequestId.MDC_KEY));
    }

    /// The message that is being read.
    MessagePieces pieces() {
        return pieces;
    }

    /// Among the sockets that have not signed in.
    SigningIn.Place place() {
        return place;
    }

    static SocketSession of(java.util.Map<String, Object> attributes) {
        if (attributes.get(ATTRIBUTE) instanceof SocketSession session) {
            return session;
        }
        throw new IllegalStateException("Not one of the portal's sockets");
    }

    void signIn(LiveConnection live) {
        connection.set(live);
        pieces.allow(BoundedBody.LIMIT);
        place.leave();
    }

    @Nullable
    LiveConnection connection() {
        return connection.get();
    }

    /// The connection to give back, once.
    @Nullable
    LiveConnection signOut() {
        return connection.getAndSet(null);
    }

    boolean startSubscription() {
        if (subscriptions.incrementAndGet() <= MOST_SUBSCRIPTIONS) {
            return true;
        }
        subscriptions.decrementAndGet();
        return false;
    }

    void endSubscription() {
        subscriptions.decrementAndGet();
    }

    /// A peer that left or does not read is no fault of the server's: its socket is closed and nothing thrown.
    @Override
    public void sendMessage(WebSocketMessage<?> message) {
        try {
            super.sendMessage(message);
        } catch (IOException | IllegalStateException | SessionLimitExceededException e) {
            LOG.debug("Socket {} does not take messages any more", getId(), e);
            end(CloseStatus.SESSION_NOT_RELIABLE);
        }
    }

    /// Closes without complaint when the peer is gone already.
    void end(CloseStatus status) {
        try {
            close(status);
        } catch (IOException | IllegalStateException e) {
            LOG.debug("Socket {} was gone already", getId(), e);
        }
    }
}
