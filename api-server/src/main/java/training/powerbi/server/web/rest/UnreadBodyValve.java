package training.powerbi.server.web.rest;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
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
        var unread = request.getCoyoteRequest();
        if (!request.isAsync() && hasBody(request) && !unread.hasExpectation() && !unread.isFinished()) {
            response.finishResponse();
            if (!isDrained(unread)) {
                unread.action(ActionCode.CLOSE_NOW, null);
            }
        }
    }

    private static boolean hasBody(Request request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /// Past the stream that the application was given, which it may have closed.
    private boolean isDrained(org.apache.coyote.Request unread) {
        var end = clock.instant().plus(PATIENCE);
        var dropped = new Dropped();
        long left = MOST_BYTES;
        try {
            while (left > 0 && clock.instant().isBefore(end)) {
                int count = unread.doRead(dropped);
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

    private static final class Dropped implements ApplicationBufferHandler {
        private ByteBuffer last = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            last = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return last;
        }

        @Override
        public void expand(int size) {
            // The container lends its own buffer.
        }
    }
}
