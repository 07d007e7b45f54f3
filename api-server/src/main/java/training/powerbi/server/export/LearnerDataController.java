package training.powerbi.server.export;

import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import training.powerbi.server.account.Viewer;

@RestController
class LearnerDataController {
    private static final String FILE = "training-portal-data.";
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final LearnerData data;

    LearnerDataController(LearnerData data) {
        this.data = data;
    }

    @Operation(summary = "Everything kept about a user, as a file: account, sessions, progress; `me` for the own")
    @GetMapping({"/api/v1/users/{userId}/export", "/api/v1/users/{userId}/data.json"})
    ResponseEntity<LearnerData.Export> export(@AuthenticationPrincipal Viewer viewer, @PathVariable String userId) {
        return attachment("json").body(of(viewer, userId));
    }

    @Operation(summary = "The same as a table for a spreadsheet: what it is of, which one, what, and its value")
    @GetMapping(path = "/api/v1/users/{userId}/data.csv", produces = "text/csv")
    ResponseEntity<byte[]> table(@AuthenticationPrincipal Viewer viewer, @PathVariable String userId) {
        var table = LearnerTable.of(of(viewer, userId));
        return attachment("csv").contentType(CSV).body(table.getBytes(StandardCharsets.UTF_8));
    }

    private LearnerData.Export of(Viewer viewer, String userId) {
        return data.of(viewer, userId.equals("me") ? viewer.userId() : userId);
    }

    private static ResponseEntity.BodyBuilder attachment(String ending) {
        var file = ContentDisposition.attachment().filename(FILE + ending).build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
