package training.powerbi.server.material;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import training.powerbi.model.Resource;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.transfer.UploadForm;

/// Takes slides and files; they are streamed to the store, whatever their size.
@RestController
class MaterialUploadController {
    private static final String KEY = "Idempotency-Key";
    private static final String FORM = "multipart/form-data";

    private final ResourceCatalog catalog;
    private final ResourceEditor resources;
    private final PresentationEditor presentations;

    MaterialUploadController(ResourceCatalog catalog, ResourceEditor resources, PresentationEditor presentations) {
        this.catalog = catalog;
        this.resources = resources;
        this.presentations = presentations;
    }

    /// What the documentation shows of the form.
    private record FileForm(
            @Schema(type = "string", format = "binary") String file,

            @Schema(description = "The file's name when absent; resources only") @Nullable
            String title) {}

    @Operation(
            summary =
                    "ADMIN. Sets the day's slides: one .html file, a .zip with index.html in it, .pdf, .pptx, .ppsx, .odp",
            description = "An archive is unpacked: at most 2,000 files and 512 MiB, beyond 64 MiB no"
                    + " more than 200 times its own size. Links inside it are relative.")
    @RequestBody(content = @Content(mediaType = FORM, schema = @Schema(implementation = FileForm.class)))
    @PostMapping("/api/v1/days/{dayNumber}/presentation")
    @ResponseStatus(HttpStatus.CREATED)
    UploadedSlides presentation(
            @PathVariable int dayNumber,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @AuthenticationPrincipal Viewer viewer,
            @Parameter(hidden = true) HttpServletRequest request) {
        var day = presentations.upload(viewer, viewer.attempt(key), dayNumber, new UploadForm(request));
        return new UploadedSlides(catalog.addressed(viewer, day), presentations.warnings(day));
    }

    @Operation(summary = "ADMIN. Adds a file of any kind to the day")
    @RequestBody(content = @Content(mediaType = FORM, schema = @Schema(implementation = FileForm.class)))
    @PostMapping("/api/v1/days/{dayNumber}/resources")
    @ResponseStatus(HttpStatus.CREATED)
    Resource resource(
            @PathVariable int dayNumber,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @AuthenticationPrincipal Viewer viewer,
            @Parameter(hidden = true) HttpServletRequest request) {
        return resources.upload(viewer, viewer.attempt(key), dayNumber, new UploadForm(request));
    }
}
