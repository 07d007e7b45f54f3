package training.powerbi.server.export;

import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import training.powerbi.server.account.Viewer;

@RestController
class LearnerDataController {
    private static final String FILE = ContentDisposition.attachment()
            .filename("training-portal-data.json")
            .build()
            .toString();

    private final LearnerData data;

    LearnerDataController(LearnerData data) {
        this.data = data;
    }

    @Operation(summary = "Everything kept about a user, as a file: account, sessions, progress; `me` for the own")
    @GetMapping("/api/v1/users/{userId}/export")
    ResponseEntity<LearnerData.Export> export(@AuthenticationPrincipal Viewer viewer, @PathVariable String userId) {
        var owner = userId.equals("me") ? viewer.userId() : userId;
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, FILE).body(data.of(viewer, owner));
    }
}
