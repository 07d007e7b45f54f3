package training.powerbi.server.web.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Counts and times requests by area, method and status: few enough series that nobody can flood them.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class RequestTimer extends OncePerRequestFilter {
    private final MeterRegistry registry;

    RequestTimer(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Timer.Sample sample = Timer.start(registry);
        try {
            chain.doFilter(request, response);
        } finally {
            sample.stop(registry.timer(
                    "http.server.requests",
                    "area",
                    area(request.getRequestURI()),
                    "method",
                    method(request.getMethod()),
                    "status",
                    Integer.toString(response.getStatus())));
        }
    }

    private static String area(String path) {
        if (path.startsWith("/graphql")) {
            return "graphql";
        }
        String api = "/api/v1/";
        if (!path.startsWith(api)) {
            return "site";
        }
        int end = path.indexOf('/', api.length());
        String word = path.substring(api.length(), end < 0 ? path.length() : end);
        return switch (word) {
            case "auth", "videos", "days", "materials", "captions", "health", "metrics", "docs", "config" -> word;
            default -> "other";
        };
    }

    private static String method(String method) {
        for (HttpMethod known : HttpMethod.values()) {
            if (known.name().equals(method)) {
                return method;
            }
        }
        return "other";
    }
}
