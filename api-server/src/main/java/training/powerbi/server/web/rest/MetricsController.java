package training.powerbi.server.web.rest;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Prometheus' text format, for admins.
@RestController
class MetricsController {
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry;

    MetricsController(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    @Operation(summary = "Metrics in Prometheus' text format; for admins")
    @GetMapping("/api/v1/metrics")
    ResponseEntity<String> metrics(HttpServletRequest request) {
        if (!request.isUserInRole("ADMIN")) {
            throw new AccessDeniedException("metrics are for admins");
        }
        return ResponseEntity.ok().header("Content-Type", TEXT).body(registry.scrape());
    }
}
