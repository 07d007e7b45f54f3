package training.powerbi.server.web.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.server.limit.Limits;
import training.powerbi.server.web.failure.Failure;
import training.powerbi.server.web.rest.ProblemWriter;

/// Gives bodies a time in which they must arrive (`portal.limits.body-time`). Uploads of files, which may take hours,
/// are judged by their progress instead, where they are read.
@Component
@Order(FilterOrder.BODIES - 1)
class BodyTimeFilter extends OncePerRequestFilter {
    private final ProblemWriter problems;
    private final Duration time;
    private final Clock clock;

    BodyTimeFilter(ProblemWriter problems, Limits limits, Clock clock) {
        this.problems = problems;
        this.time = limits.bodyTime();
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isOf(request, "application/x-www-form-urlencoded")) {
            var refused =
                    new Failure(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send application/json; no form is taken here.");
            problems.write(refused, request, response);
            return;
        }
        chain.doFilter(new TimedBody(request, time, clock), response);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return isOf(request, "multipart/form-data") || isOf(request, "application/offset+octet-stream");
    }

    private static boolean isOf(HttpServletRequest request, String type) {
        var sent = request.getContentType();
        return sent != null && sent.strip().toLowerCase(Locale.ROOT).startsWith(type);
    }
}
