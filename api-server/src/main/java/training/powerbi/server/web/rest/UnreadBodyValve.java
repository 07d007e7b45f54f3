package training.powerbi.server.web.rest;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/// Ends connections on which a body goes on after the answer. The container would read it to its end, at the sender's
/// pace, to find the next request. A little is read, so that an honest sender gets to see why it was refused.
final class UnreadBodyValve extends ValveBase {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MOST_BYTES = 2 * 1024 * 1024;

    private final Clock clock;

    UnreadBodyValve(Clock clock) {
        super(true);
        this.clock = clock;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        // Whoever waits to be asked for the body sends none now; a socket has none.
        if (!request.isAsync()
                && hasBody(request)
                && !request.getCoyoteRequest().hasExpectation()
                && request.getStream() instanceof ServletInputStream body
                && !body.isFinished()) {
            response.finishResponse();
            if (!isDrained(body)) {
                request.getCoyoteRequest().action(ActionCode.CLOSE_NOW, null);
            }
        }
    }

    private static boolean hasBody(Request request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private boolean isDrained(ServletInputStream body) {
        var end = clock.instant().plus(PATIENCE);
        var dropped = new byte[8 * 1024];
        long left = MOST_BYTES;
        try {
            while (left > 0 && clock.instant().isBefore(end)) {
                int count = body.read(dropped);
                if (count < 0) {
                    return true;
                }
                left -= count;
            }
            return false;
        } catch (IOException gone) {
            return false;
        }
    }
}
