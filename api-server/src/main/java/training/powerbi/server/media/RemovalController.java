package training.powerbi.server.media;

import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import training.powerbi.server.account.Viewer;

@RestController
class RemovalController {
    private final Removal removal;

    RemovalController(Removal removal) {
        this.removal = removal;
    }

    @Operation(
            summary =
                    "Hides the recording at once and deletes its file after 30 days, unless restoreRecording brings it"
                            + " back; for admins")
    @DeleteMapping("/api/v1/videos/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        removal.remove(viewer.attempt(key), id);
    }
}
