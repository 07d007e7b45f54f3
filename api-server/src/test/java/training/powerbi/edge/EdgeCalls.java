package training.powerbi.edge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// REST calls that succeed or fail as the test asks.
@RestController
class EdgeCalls {
    private final EdgeService service;

    EdgeCalls(EdgeService service) {
        this.service = service;
    }

    record Greeting(@NotBlank String name, int times) {}

    @PostMapping(path = "/api/v1/open/greet", consumes = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> greet(@RequestBody @Valid Greeting greeting) {
        return Map.of("name", greeting.name(), "at", Instant.EPOCH);
    }

    @GetMapping("/api/v1/open/fail/{code}")
    Map<String, Object> fail(@PathVariable ErrorCode code, @RequestParam String why) {
        throw new PortalException(code, why);
    }

    @GetMapping("/api/v1/open/defect")
    Map<String, Object> defect() {
        throw new IllegalStateException("secret detail of a defect");
    }

    @GetMapping("/api/v1/admins")
    String admins() {
        return service.forAdmins();
    }
}
