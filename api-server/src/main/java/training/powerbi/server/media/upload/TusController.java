package training.powerbi.server.media.upload;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.transfer.FileSpace;

/// Resumable uploads after tus 1.0 (tus.io): creation, termination, checksum, expiration.
@RestController
@RequestMapping("/api/v1/videos/uploads")
class TusController {
    private static final String VERSION = "1.0.0";
    private static final String RESUMABLE = "Tus-Resumable";
    private static final String PIECE = "application/offset+octet-stream";
    private static final String OVERRIDE = "X-HTTP-Method-Override";

    private final ResumableUploads uploads;
    private final FileSpace space;

    TusController(ResumableUploads uploads, FileSpace space) {
        this.uploads = uploads;
        this.space = space;
    }

    @Operation(summary = "What of tus this server speaks")
    @RequestMapping(
            path = {"", "/{id}"},
            method = RequestMethod.OPTIONS)
    ResponseEntity<Void> greet() {
        return ResponseEntity.noContent()
                .header(RESUMABLE, VERSION)
                .header("Tus-Version", VERSION)
                .header("Tus-Extension", "creation,termination,checksum,expiration")
                .header("Tus-Checksum-Algorithm", ChunkChecksum.ALGORITHMS)
                .header("Tus-Max-Size", Long.toString(space.mostBytes()))
                .build();
    }

    @Operation(
            summary = "Begins an upload; for admins. Upload-Metadata: dayNumber, title, filetype, and duration if the"
                    + " file does not tell it")
    @PostMapping
    ResponseEntity<Void> create(
            @AuthenticationPrincipal Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        return tus(request, response, () -> {
            var words = UploadRequest.ofMetadata(UploadMetadata.parse(request.getHeader("Upload-Metadata")));
            var state = uploads.create(viewer, words, number(request, "Upload-Length"));
            return answer(HttpStatus.CREATED, state)
                    .header(HttpHeaders.LOCATION, request.getRequestURI() + '/' + state.id())
                    .build();
        });
    }

    @Operation(summary = "Where to go on")
    @RequestMapping(path = "/{id}", method = RequestMethod.HEAD)
    ResponseEntity<Void> look(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response) {
        return tus(request, response, () -> {
            var state = uploads.look(viewer, id);
            return answer(HttpStatus.OK, state)
                    .header("Upload-Length", Long.toString(state.length()))
                    .build();
        });
    }

    @Operation(summary = "Goes on at Upload-Offset; the answer to the last piece names the recording")
    @PatchMapping(path = "/{id}", consumes = PIECE)
    ResponseEntity<Void> append(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response) {
        return tus(request, response, () -> {
            var piece = new UploadPiece(
                    number(request, "Upload-Offset"),
                    request.getContentLengthLong(),
                    ChunkChecksum.parse(request.getHeader("Upload-Checksum")),
                    request.getInputStream());
            return answer(HttpStatus.NO_CONTENT, uploads.append(viewer, id, piece))
                    .build();
        });
    }

    @Operation(summary = "Goes on, for clients that cannot send PATCH")
    @PostMapping(path = "/{id}", consumes = PIECE, headers = OVERRIDE + "=PATCH")
    ResponseEntity<Void> appendByPost(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response) {
        return append(viewer, id, request, response);
    }

    @Operation(summary = "Gives the upload up")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response) {
        return tus(request, response, () -> {
            uploads.remove(viewer, id);
            return ResponseEntity.noContent().build();
        });
    }

    private interface Answering {
        ResponseEntity<Void> answer() throws IOException;
    }

    /// Failures carry the protocol's header too, so it is set before anything can fail.
    private static ResponseEntity<Void> tus(
            HttpServletRequest request, HttpServletResponse response, Answering answering) {
        response.setHeader(RESUMABLE, VERSION);
        if (!VERSION.equals(request.getHeader(RESUMABLE))) {
            return ResponseEntity.status(HttpStatus.PRECONDITION_FAILED)
                    .header("Tus-Version", VERSION)
                    .build();
        }
        try {
            return answering.answer();
        } catch (IOException e) {
            throw UploadPiece.brokeOff(e);
        }
    }

    private static ResponseEntity.HeadersBuilder<?> answer(HttpStatus status, UploadState state) {
        var answer = ResponseEntity.status(status)
                .header("Upload-Offset", Long.toString(state.offset()))
                .header(
                        "Upload-Expires",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                state.expiresAt().atOffset(ZoneOffset.UTC)));
        if (!state.doubtful().isEmpty()) {
            answer.header("Upload-Warnings", String.join(", ", state.doubtful()));
        }
        var recordingId = state.recordingId();
        return recordingId == null
                ? answer
                : answer.header(HttpHeaders.CONTENT_LOCATION, "/api/v1/videos/" + recordingId);
    }

    private static long number(HttpServletRequest request, String header) {
        var text = request.getHeader(header);
        if (text == null || !text.matches("\\d{1,18}")) {
            throw PortalException.badInput(header, "The header " + header + " must be a number of bytes.");
        }
        return Long.parseLong(text);
    }
}
