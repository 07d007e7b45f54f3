package training.powerbi.server.web.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// A request whose small body was read once, with a limit that holds for chunked bodies too.
public class BoundedBody extends HttpServletRequestWrapper {
    /// The largest JSON body: 64 KiB.
    public static final int LIMIT = 64 * 1024;

    private final byte[] body;

    private BoundedBody(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    /// The same request seen through another wrapper.
    protected BoundedBody(BoundedBody other) {
        this(other, other.body);
    }

    /// Reads the body.
    ///
    /// @throws PortalException TOO_LARGE, before anything was read when the length was announced
    public static BoundedBody read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LIMIT) {
            throw tooLarge();
        }
        byte[] body = request.getInputStream().readNBytes(LIMIT + 1);
        if (body.length > LIMIT) {
            throw tooLarge();
        }
        return new BoundedBody(request, body);
    }

    public byte[] bytes() {
        return body.clone();
    }

    @Override
    public ServletInputStream getInputStream() {
        return new BodyStream(body);
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static PortalException tooLarge() {
        return new PortalException(ErrorCode.TOO_LARGE, "The request body is larger than 64 KiB; send less at once.");
    }

    private static final class BodyStream extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        BodyStream(byte[] body) {
            this.bytes = new ByteArrayInputStream(body);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("The body was read already; nothing to wait for");
        }
    }
}
