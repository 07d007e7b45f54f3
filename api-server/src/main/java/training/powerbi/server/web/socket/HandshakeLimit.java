package training.powerbi.server.web.socket;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.server.web.failure.Failure;
import training.powerbi.server.web.failure.RequestId;
import training.powerbi.server.web.rest.ProblemWriter;

/// Refuses a handshake with 429 while too many sockets have not signed in, and hands each that gets through its place
/// among them.
@Component
class HandshakeLimit implements HandshakeInterceptor {
    private static final Failure TOO_MANY = new Failure(
            ErrorCode.TOO_MANY_REQUESTS, "Too many sockets are signing in; try again in a moment.", null, "5");

    private final SigningIn signingIn;
    private final ProblemWriter problems;

    HandshakeLimit(SigningIn signingIn, ProblemWriter problems) {
        this.signingIn = signingIn;
        this.problems = problems;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes)
            throws IOException {
        if (!(request instanceof ServletServerHttpRequest asked)
                || !(response instanceof ServletServerHttpResponse answer)) {
            throw new IllegalStateException("Sockets come through the servlet container");
        }
        Optional<SigningIn.Place> place =
                signingIn.enter(asked.getServletRequest().getRemoteAddr());
        if (place.isEmpty()) {
            problems.write(TOO_MANY, asked.getServletRequest(), answer.getServletResponse());
            return false;
        }
        asked.getServletRequest().setAttribute(SocketSession.PLACE, place.get());
        attributes.put(SocketSession.PLACE, place.get());
        attributes.put(RequestId.MDC_KEY, RequestId.current());
        return true;
    }

    /// What is no handshake after all, such as one without a key, has taken a place too.
    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception thrown) {
        if (request instanceof ServletServerHttpRequest asked
                && response instanceof ServletServerHttpResponse answer
                && answer.getServletResponse().getStatus() != HttpStatus.SWITCHING_PROTOCOLS.value()
                && asked.getServletRequest().getAttribute(SocketSession.PLACE) instanceof SigningIn.Place place) {
            place.leave();
        }
    }
}
