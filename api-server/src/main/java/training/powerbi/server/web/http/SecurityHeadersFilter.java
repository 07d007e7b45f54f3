package training.powerbi.server.web.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Protective headers on every answer, refusals of filters and of the container's error page included.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class SecurityHeadersFilter extends OncePerRequestFilter {
    private static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";
    /// Players of the two platforms may be framed; recordings may come from any https address.
    private static final String SITE_POLICY =
            "default-src 'self'; img-src 'self' data: https:; media-src 'self' https: blob:; object-src 'none';"
                    + " frame-src 'self' https://www.youtube-nocookie.com https://player.vimeo.com; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'none'";
    private static final String PERMISSIONS =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=()";
    private static final String ONE_YEAR = "max-age=31536000";

    private final MaterialPolicy material;

    SecurityHeadersFilter(MaterialPolicy material) {
        this.material = material;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        boolean api = path.startsWith("/graphql") || path.startsWith("/api/");
        boolean page = path.startsWith("/api/v1/docs");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Permissions-Policy", PERMISSIONS);
        if (MaterialPolicy.covers(path)) {
            material.write(path, response);
        } else {
            response.setHeader("Content-Security-Policy", api && !page ? API_POLICY : SITE_POLICY);
            response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
            response.setHeader("X-Frame-Options", "DENY");
            response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        }
        if (api) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", ONE_YEAR);
        }
        chain.doFilter(request, response);
    }
}
