package training.powerbi.server.media.playback;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import training.powerbi.model.Recording;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.transfer.FileAnswer;

/// Plays recordings the portal keeps, and says where.
@Controller
class PlaybackController {
    private final VideoDelivery delivery;

    PlaybackController(VideoDelivery delivery) {
        this.delivery = delivery;
    }

    @SchemaMapping
    @Nullable
    String streamUrl(Recording recording, Viewer viewer) {
        return delivery.address(viewer, recording);
    }

    @Operation(summary = "The bytes, with Range; 404 for students while the day is locked")
    @GetMapping("/api/v1/videos/{id}")
    void play(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        send(delivery.open(viewer, id), request, response);
    }

    @Operation(summary = "The same by the ticket of Recording.streamUrl")
    @GetMapping("/api/v1/videos/{id}/{ticket}.{extension}")
    void play(
            @PathVariable String id,
            @PathVariable String ticket,
            @PathVariable String extension,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        send(delivery.open(id, ticket, extension), request, response);
    }

    private static void send(PlayableVideo video, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        // Pages of other origins may be allowed to show the site; a media element there sends no Origin.
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        FileAnswer.to(request, response).send(video.served());
    }
}
