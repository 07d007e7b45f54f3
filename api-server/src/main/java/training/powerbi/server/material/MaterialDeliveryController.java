package training.powerbi.server.material;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/// Delivers slides and files by ticket. What such pages may do is told by headers that the edge sets on these
/// addresses.
@RestController
class MaterialDeliveryController {
    /// After so many bytes the lock is asked again.
    private static final int BREATH = 256 * 1024;

    private final MaterialDelivery delivery;

    MaterialDeliveryController(MaterialDelivery delivery) {
        this.delivery = delivery;
    }

    @Operation(
            summary = "Slides and files, by the addresses that presentationUrl and Resource.url give",
            description =
                    "An address is its viewer's own, lasts for four hours, and is dead as soon as the day is locked"
                            + " for him, the file is removed or his account is disabled: it then answers 404.")
    @SecurityRequirements
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404")
    @RequestMapping(
            path = MaterialAddresses.PATH + "{ticket}/{*path}",
            method = {RequestMethod.GET, RequestMethod.HEAD})
    void deliver(
            @PathVariable String ticket,
            @PathVariable String path,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse answer)
            throws IOException {
        var file = delivery.open(ticket, path.substring(1));
        answer.setHeader(HttpHeaders.CONTENT_TYPE, file.type().mediaType());
        answer.setContentLengthLong(file.size());
        if (file.saved()) {
            answer.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(file.fileName(), StandardCharsets.UTF_8)
                            .build()
                            .toString());
        }
        if (file.size() > BREATH) {
            // An answer that ends early must end its connection, or the next one's bytes would pass for its rest.
            answer.setHeader(HttpHeaders.CONNECTION, "close");
        }
        if (!request.getMethod().equals(HttpMethod.HEAD.name())) {
            send(file, answer);
        }
    }

    private static void send(OpenedFile file, HttpServletResponse answer) throws IOException {
        var buffer = ByteBuffer.allocate((int) Math.min(BREATH, file.size()));
        try (var bytes = file.source().open()) {
            var target = answer.getOutputStream();
            for (long left = file.size(); left > 0; left -= buffer.limit()) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), left));
                fill(bytes, buffer);
                if (left < file.size() && !file.stillOpen().getAsBoolean()) {
                    throw new IOException("The day was locked while its file was on its way");
                }
                target.write(buffer.array(), 0, buffer.limit());
            }
        }
    }

    private static void fill(ReadableByteChannel bytes, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (bytes.read(buffer) < 0) {
                throw new IOException("The file ends too early");
            }
        }
    }
}
