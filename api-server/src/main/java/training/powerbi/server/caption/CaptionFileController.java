package training.powerbi.server.caption;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import training.powerbi.model.Caption;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.caption.webvtt.WebVtt;

/// Takes caption files as programs write them, and delivers WebVTT.
@RestController
class CaptionFileController {
    private static final String KEY = "Idempotency-Key";
    private static final String VTT = "text/vtt";
    private static final String SRT = "application/x-subrip";
    private static final String CAPTIONS = "/api/v1/videos/{recordingId}/captions/{language}";

    private final CaptionCatalog catalog;
    private final CaptionEditor editor;

    CaptionFileController(CaptionCatalog catalog, CaptionEditor editor) {
        this.catalog = catalog;
        this.editor = editor;
    }

    @Operation(
            summary = "ADMIN. Sets a recording's captions in one language: a WebVTT or SRT file of at most 2 MiB",
            description =
                    "Kept as WebVTT, in order. A cue that no reader understands is told with the number of its line.")
    @RequestBody(
            content = {
                @Content(mediaType = VTT, schema = @Schema(type = "string")),
                @Content(mediaType = SRT, schema = @Schema(type = "string"))
            })
    @PutMapping(
            path = CAPTIONS,
            consumes = {VTT, SRT, "application/srt", "text/srt", "text/x-srt"})
    Caption set(
            @PathVariable String recordingId,
            @PathVariable String language,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @AuthenticationPrincipal Viewer viewer,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        return catalog.show(viewer, editor.set(viewer, viewer.attempt(key), recordingId, language, body(request)));
    }

    @Operation(summary = "ADMIN. Removes a recording's captions in one language")
    @DeleteMapping(CAPTIONS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable String recordingId,
            @PathVariable String language,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @AuthenticationPrincipal Viewer viewer) {
        editor.remove(viewer.attempt(key), recordingId, language);
    }

    @Operation(
            summary = "A WebVTT file, by the address that Caption.url gives",
            description = "Dead as soon as the day is locked for its viewer; it then answers 404.")
    @SecurityRequirements
    @GetMapping(CaptionCatalog.PATH + "{ticket}/{name}")
    ResponseEntity<byte[]> deliver(@PathVariable String ticket, @PathVariable String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(VTT + ";charset=UTF-8"))
                .body(catalog.open(ticket, name));
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > WebVtt.MAX_BYTES) {
            throw tooLarge();
        }
        byte[] body = request.getInputStream().readNBytes(WebVtt.MAX_BYTES + 1);
        if (body.length > WebVtt.MAX_BYTES) {
            throw tooLarge();
        }
        return body;
    }

    private static PortalException tooLarge() {
        return new PortalException(ErrorCode.TOO_LARGE, "The captions are larger than 2 MiB; split the recording.");
    }
}
