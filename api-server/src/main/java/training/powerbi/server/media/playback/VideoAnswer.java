package training.powerbi.server.media.playback;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// One answer with a video's bytes, or those of a range (RFC 9110, 13 and 14).
final class VideoAnswer {
    private static final int BUFFER = 128 * 1024;
    /// Below this, handing the file over costs more than it saves.
    private static final int SENDFILE_LEAST = 48 * 1024;

    private final HttpServletRequest request;
    private final HttpServletResponse response;

    private VideoAnswer(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    static VideoAnswer to(HttpServletRequest request, HttpServletResponse response) {
        return new VideoAnswer(request, response);
    }

    /// @throws PortalException RANGE_NOT_SATISFIABLE
    void send(PlayableVideo video) throws IOException {
        long size = video.blob().size();
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader(HttpHeaders.ETAG, video.etag());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        // Pages of other origins may be allowed to show the site; a media element there sends no Origin.
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        if (matches(request.getHeader(HttpHeaders.IF_NONE_MATCH), video.etag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(video.container().mediaType());
        switch (meaning(video, size)) {
            case ByteRange.Meaning.Whole _ -> body(video, new ByteRange(0, size - 1));
            case ByteRange.Meaning.Part part -> {
                var range = part.range();
                response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
                response.setHeader(
                        HttpHeaders.CONTENT_RANGE, "bytes " + range.first() + '-' + range.last() + '/' + size);
                body(video, range);
            }
            case ByteRange.Meaning.Unsatisfiable _ -> {
                response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
                throw new PortalException(
                        ErrorCode.RANGE_NOT_SATISFIABLE, "The file has " + size + " bytes; ask for some of them.");
            }
        }
    }

    private ByteRange.Meaning meaning(PlayableVideo video, long size) {
        var condition = request.getHeader(HttpHeaders.IF_RANGE);
        boolean same = condition == null || condition.strip().equals(video.etag());
        // Only GET has ranges; a date as condition cannot be ours, as no answer names one.
        return isHead() || !same
                ? new ByteRange.Meaning.Whole()
                : ByteRange.parse(request.getHeader(HttpHeaders.RANGE), size);
    }

    private void body(PlayableVideo video, ByteRange range) throws IOException {
        response.setContentLengthLong(range.length());
        if (isHead()) {
            return;
        }
        var file = video.blob().file();
        boolean brief = range.length() <= ByteRange.LONGEST_OPEN;
        if (brief
                && range.length() >= SENDFILE_LEAST
                && file.isPresent()
                && Boolean.TRUE.equals(request.getAttribute("org.apache.tomcat.sendfile.support"))) {
            request.setAttribute(
                    "org.apache.tomcat.sendfile.filename", file.get().toString());
            request.setAttribute("org.apache.tomcat.sendfile.start", range.first());
            request.setAttribute("org.apache.tomcat.sendfile.end", range.last() + 1);
            return;
        }
        if (range.length() > BUFFER) {
            // An answer that ends early must end its connection, or the next one's bytes would pass for its rest.
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        copy(video, range);
    }

    /// In pieces, with a look at the lock before each: what was locked meanwhile ends here.
    private void copy(PlayableVideo video, ByteRange range) throws IOException {
        var buffer = ByteBuffer.allocate(BUFFER);
        var out = response.getOutputStream();
        try (var channel = video.blob().open()) {
            channel.position(range.first());
            long left = range.length();
            long nextLook = left;
            while (left > 0) {
                if (left <= nextLook) {
                    nextLook = left - ByteRange.LONGEST_OPEN;
                    requireAllowed(video);
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

    private static void requireAllowed(PlayableVideo video) throws IOException {
        if (!video.allowed().getAsBoolean()) {
            throw new IOException("The day was locked, or the recording removed, while it played");
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
