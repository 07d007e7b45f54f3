package training.powerbi.server.web.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Gives bodies a time in which they must arrive (`portal.limits.body-time`). Uploads of files, which may take hours,
/// are
/// judged by their progress instead, where they are read.
@Component
@Order(FilterOrder.BODIES - 1)
class BodyTimeFilter extends OncePerRequestFilter {
    private final Duration time;
    private final Clock clock;

    BodyTimeFilter(@Value("${portal.limits.body-time:30s}") Duration time, Clock clock) {
        this.time = time;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new TimedBody(request, time, clock), response);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        if (type == null) {
            return "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
        }
        var lower = type.toLowerCase(Locale.ROOT);
        return lower.startsWith("multipart/form-data") || lower.startsWith("application/offset+octet-stream");
    }
}
