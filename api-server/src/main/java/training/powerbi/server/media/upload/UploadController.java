package training.powerbi.server.media.upload;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.transfer.UploadForm;

/// The upload of a recording in one request.
@RestController
class UploadController {
    private final SingleUploads uploads;

    UploadController(SingleUploads uploads) {
        this.uploads = uploads;
    }

    /// The form, for the documentation; it is read by [UploadForm] as it arrives.
    record Form(
            @Schema(type = "string", format = "binary") String file,
            int dayNumber,
            String title,
            @Nullable String duration,
            @Nullable String cohortId) {}

    @Operation(
            summary = "Adds a recording from a video file; for admins. Put the file last, so that mistakes in the other"
                    + " fields show before it is sent")
    @RequestBody(content = @Content(mediaType = "multipart/form-data", schema = @Schema(implementation = Form.class)))
    @PostMapping("/api/v1/videos/upload")
    ResponseEntity<UploadedVideo> upload(
            @AuthenticationPrincipal Viewer viewer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request) {
        var uploaded = uploads.upload(viewer, viewer.attempt(key), new UploadForm(request));
        return ResponseEntity.created(
                        URI.create("/api/v1/videos/" + uploaded.recording().recordingId()))
                .body(uploaded);
    }
}
