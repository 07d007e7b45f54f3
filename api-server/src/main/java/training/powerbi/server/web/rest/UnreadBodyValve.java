package training.powerbi.server.web.rest;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

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
                && !isRead(request.getCoyoteRequest())) {
            response.finishResponse();
            if (!isDrained(request.getCoyoteRequest())) {
                request.getCoyoteRequest().action(ActionCode.CLOSE_NOW, null);
            }
        }
    }

    private static boolean hasBody(Request request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static boolean isRead(org.apache.coyote.Request request) {
        var read = new AtomicBoolean();
        request.action(ActionCode.REQUEST_BODY_FULLY_READ, read);
        return read.get();
    }

    /// Reads below the servlet's stream, which is closed with the answer.
    private boolean isDrained(org.apache.coyote.Request request) {
        var end = clock.instant().plus(PATIENCE);
        var dropped = new Dropped();
        long left = MOST_BYTES;
        try {
            while (left > 0 && clock.instant().isBefore(end)) {
                int count = request.doRead(dropped);
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

    /// Lets go of what was read.
    private static final class Dropped implements ApplicationBufferHandler {
        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer read) {
            buffer = read;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // Nothing is kept that could need room.
        }
    }
}
