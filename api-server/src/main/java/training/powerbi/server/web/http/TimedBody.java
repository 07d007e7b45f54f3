package training.powerbi.server.web.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// A request whose body must have arrived in time. The container waits for each byte anew, so a sender who lets them
/// trickle would otherwise hold its place for ever.
final class TimedBody extends HttpServletRequestWrapper {
    /// A larger body may take longer, if it comes at this pace.
    private static final long BYTES_PER_SECOND = 16 * 1024;

    private final Duration time;
    private final Clock clock;

    TimedBody(HttpServletRequest request, Duration time, Clock clock) {
        super(request);
        this.time = time;
        this.clock = clock;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new TimedStream(super.getInputStream());
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private final class TimedStream extends ServletInputStream {
        private final ServletInputStream body;
        private final Instant begun = clock.instant();
        private long received;

        TimedStream(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = body.read(target, offset, length);
            if (count > 0) {
                received += count;
                var end = begun.plus(time).plusSeconds(received / BYTES_PER_SECOND);
                if (clock.instant().isAfter(end)) {
                    throw new PortalException(
                            ErrorCode.BAD_USER_INPUT, "The request's body took too long to arrive; send it again.");
                }
            }
            return count;
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
