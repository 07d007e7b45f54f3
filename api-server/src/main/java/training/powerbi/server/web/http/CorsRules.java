package training.powerbi.server.web.http;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import training.powerbi.server.web.config.AllowedOrigins;

/// What a page of another origin may do: only origins of ALLOWED_ORIGINS, compared exactly, never with
/// cookies. The same rule guards the WebSocket handshake.
@Component
public final class CorsRules {
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final List<String> REQUEST_HEADERS = List.of(
            "Accept",
            "Authorization",
            "Content-Type",
            "Idempotency-Key",
            "If-Match",
            "If-None-Match",
            "If-Range",
            "Range",
            "Tus-Resumable",
            "Upload-Checksum",
            "Upload-Length",
            "Upload-Metadata",
            "Upload-Offset",
            "X-HTTP-Method-Override",
            "X-Request-Id");
    private static final List<String> ANSWER_HEADERS = List.of(
            "Accept-Ranges",
            "Content-Disposition",
            "Content-Location",
            "Content-Range",
            "Date",
            "ETag",
            "Location",
            "Retry-After",
            "Tus-Checksum-Algorithm",
            "Tus-Extension",
            "Tus-Max-Size",
            "Tus-Resumable",
            "Tus-Version",
            "Upload-Expires",
            "Upload-Length",
            "Upload-Offset",
            "Upload-Warnings",
            "WWW-Authenticate",
            "X-Request-Id");

    private final AllowedOrigins allowed;

    CorsRules(AllowedOrigins allowed) {
        this.allowed = allowed;
    }

    public CorsConfiguration configuration() {
        CorsConfiguration rules = new CorsConfiguration();
        rules.setAllowedOrigins(List.copyOf(allowed.origins()));
        rules.setAllowedMethods(METHODS);
        rules.setAllowedHeaders(REQUEST_HEADERS);
        rules.setExposedHeaders(ANSWER_HEADERS);
        rules.setAllowCredentials(false);
        rules.setMaxAge(Duration.ofHours(1));
        return rules;
    }

    /// What pages of slides load by script or as fonts. They run without an origin of their own, so any may load what
    /// its ticket opens.
    CorsConfiguration slides() {
        CorsConfiguration rules = new CorsConfiguration();
        rules.setAllowedOrigins(List.of(CorsConfiguration.ALL));
        rules.setAllowedMethods(List.of("GET", "HEAD"));
        rules.setAllowCredentials(false);
        return rules;
    }
}
