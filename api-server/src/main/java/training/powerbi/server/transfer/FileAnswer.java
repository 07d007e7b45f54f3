package training.powerbi.server.transfer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// One answer with a file's bytes, or those of a range (RFC 9110, 13 and 14).
public final class FileAnswer {
    /// So many bytes go out between two looks at the lock.
    static final long BREATH = 8L * 1024 * 1024;

    /// So much time passes, where bytes go out slowly.
    private static final long LOOK_NANOS = Duration.ofMillis(250).toNanos();

    private static final int BUFFER = 128 * 1024;
    /// Below this, handing the file over costs more than it saves.
    private static final int SENDFILE_LEAST = 48 * 1024;

    /// Above this it is not gone at once, and nobody looks at the lock while the container sends.
    private static final int SENDFILE_MOST = 256 * 1024;

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final LongSupplier nanoTime;

    /// @param nanoTime as [System#nanoTime] tells it
    FileAnswer(HttpServletRequest request, HttpServletResponse response, LongSupplier nanoTime) {
        this.request = request;
        this.response = response;
        this.nanoTime = nanoTime;
    }

    public static FileAnswer to(HttpServletRequest request, HttpServletResponse response) {
        return new FileAnswer(request, response, System::nanoTime);
    }

    /// Sends the file with its type and tag; all other headers are the caller's.
    ///
    /// @throws PortalException RANGE_NOT_SATISFIABLE
    public void send(ServedFile file) throws IOException {
        long size = file.blob().size();
        var etag = file.etag();
        if (etag != null) {
            response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
            response.setHeader(HttpHeaders.ETAG, etag);
            if (matches(request.getHeader(HttpHeaders.IF_NONE_MATCH), etag)) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
        }
        response.setContentType(file.mediaType());
        switch (meaning(file, size)) {
            case ByteRange.Meaning.Whole _ -> body(file, new ByteRange(0, size - 1));
            case ByteRange.Meaning.Part part -> {
                var range = part.range();
                response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
                response.setHeader(
                        HttpHeaders.CONTENT_RANGE, "bytes " + range.first() + '-' + range.last() + '/' + size);
                body(file, range);
            }
            case ByteRange.Meaning.Unsatisfiable _ -> {
                response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
                throw new PortalException(
                        ErrorCode.RANGE_NOT_SATISFIABLE, "The file has " + size + " bytes; ask for some of them.");
            }
        }
    }

    private ByteRange.Meaning meaning(ServedFile file, long size) {
        var condition = request.getHeader(HttpHeaders.IF_RANGE);
        boolean same = condition == null || condition.strip().equals(file.etag());
        // Only GET has ranges; a date as condition cannot be ours, as no answer names one.
        return isHead() || !same || file.etag() == null
                ? new ByteRange.Meaning.Whole()
                : ByteRange.parse(request.getHeader(HttpHeaders.RANGE), size, file.longestOpen());
    }

    private void body(ServedFile file, ByteRange range) throws IOException {
        response.setContentLengthLong(range.length());
        if (isHead()) {
            return;
        }
        var path = file.blob().file();
        if (file.etag() != null
                && range.length() >= SENDFILE_LEAST
                && range.length() <= SENDFILE_MOST
                && path.isPresent()
                && Boolean.TRUE.equals(request.getAttribute("org.apache.tomcat.sendfile.support"))) {
            request.setAttribute(
                    "org.apache.tomcat.sendfile.filename", path.get().toString());
            request.setAttribute("org.apache.tomcat.sendfile.start", range.first());
            request.setAttribute("org.apache.tomcat.sendfile.end", range.last() + 1);
            return;
        }
        if (range.length() > BUFFER) {
            // An answer that ends early must end its connection, or the next one's bytes would pass for its rest.
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        copy(file, range);
    }

    /// In pieces, with a look at the lock every so many bytes and every so often: what was locked meanwhile ends here.
    private void copy(ServedFile file, ByteRange range) throws IOException {
        var buffer = ByteBuffer.allocate(BUFFER);
        var out = response.getOutputStream();
        try (var channel = file.blob().open()) {
            channel.position(range.first());
            long left = range.length();
            long nextLook = left;
            long lookedAt = nanoTime.getAsLong();
            while (left > 0) {
                if (left <= nextLook || nanoTime.getAsLong() - lookedAt >= LOOK_NANOS) {
                    nextLook = left - BREATH;
                    lookedAt = nanoTime.getAsLong();
                    requireAllowed(file);
                }
                int count = channel.read(buffer.clear().limit((int) Math.min(BUFFER, left)));
                if (count < 0) {
                    throw new IOException("The file became shorter");
                }
                out.write(buffer.array(), 0, count);
                left -= count;
            }
        }
    }

    private static void requireAllowed(ServedFile file) throws IOException {
        if (!file.allowed().getAsBoolean()) {
            throw new IOException("The day was locked, or the file removed, while it was on its way");
        }
    }

    private boolean isHead() {
        return "HEAD".equals(request.getMethod());
    }

    /// If-None-Match compares weakly.
    private static boolean matches(@Nullable String header, String etag) {
        return header != null
                && Arrays.stream(header.split(",", -1))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag));
    }
}
