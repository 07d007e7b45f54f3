package training.powerbi.server.web.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import training.powerbi.server.lakehouse.Lakehouse;
import training.powerbi.server.lakehouse.StoreStatus;
import training.powerbi.server.web.config.AppProperties;

/// Whether the portal works; details for admins only.
@RestController
class HealthController {
    private final Lakehouse lakehouse;
    private final AppProperties app;

    HealthController(Lakehouse lakehouse, AppProperties app) {
        this.lakehouse = lakehouse;
        this.app = app;
    }

    @Operation(summary = "200 while the portal can write, else 503; with an admin's token also the details")
    @GetMapping("/api/v1/health")
    ResponseEntity<Health> health(HttpServletRequest request) {
        StoreStatus store = lakehouse.status();
        HttpStatus status = store.writable() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE;
        Health health = request.isUserInRole("ADMIN")
                ? new Health(store.word(), app.version(), Store.of(store))
                : new Health(store.word(), null, null);
        return ResponseEntity.status(status).body(health);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Health(
            String status,
            @Nullable String version,
            @Nullable Store store) {}

    record Store(
            String status,
            String kind,
            @Nullable Instant lastCommitAt,
            Map<String, Integer> rows,
            List<String> problems) {

        static Store of(StoreStatus status) {
            return new Store(status.word(), status.kind(), status.lastCommitAt(), status.rows(), status.problems());
        }
    }
}
