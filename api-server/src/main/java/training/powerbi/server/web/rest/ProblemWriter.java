package training.powerbi.server.web.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.server.web.failure.Failure;

/// Answers a request with a failure, whatever the request said it accepts: filters, security, controllers
/// and the container's error page all end here.
public final class ProblemWriter {
    private static final int UNAUTHORIZED = HttpServletResponse.SC_UNAUTHORIZED;

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /// Does nothing when the answer is on its way already.
    public void write(Failure failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(failure, request.getRequestURI(), response);
    }

    /// The document that tells of a failure.
    ///
    /// @param path that was asked for
    public byte[] body(Failure failure, String path) {
        return json.writeValueAsBytes(Problem.of(failure, path));
    }

    void write(Failure failure, String path, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(failure.code().httpStatus());
        if (failure.code().httpStatus() == UNAUTHORIZED && !response.containsHeader(HttpHeaders.WWW_AUTHENTICATE)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (failure.retryAfterSeconds() != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, failure.retryAfterSeconds());
        }
        byte[] body = body(failure, path);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }
}
