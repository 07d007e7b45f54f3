package training.powerbi.server.web.rest;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Health for anyone, details and metrics for admins.
@RestController
class OperationsController {
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final Operations operations;

    OperationsController(Operations operations) {
        this.operations = operations;
    }

    @Operation(summary = "200 while the portal can write, else 503; with an admin's token also the details")
    @GetMapping("/api/v1/health")
    ResponseEntity<Health> health(HttpServletRequest request) {
        HttpStatus status = operations.works() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE;
        Health health = request.isUserInRole("ADMIN") ? operations.detailedHealth() : operations.health();
        return ResponseEntity.status(status).body(health);
    }

    @Operation(summary = "Metrics in Prometheus' text format; for admins, and with METRICS_TOKEN")
    @GetMapping("/api/v1/metrics")
    ResponseEntity<String> metrics() {
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, PROMETHEUS).body(operations.metrics());
    }
}
