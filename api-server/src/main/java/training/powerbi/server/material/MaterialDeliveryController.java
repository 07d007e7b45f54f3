package training.powerbi.server.material;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import training.powerbi.server.transfer.FileAnswer;

/// Delivers slides and files by ticket. What such pages may do is told by headers that the edge sets on these
/// addresses.
@RestController
class MaterialDeliveryController {
    private final MaterialDelivery delivery;

    MaterialDeliveryController(MaterialDelivery delivery) {
        this.delivery = delivery;
    }

    @Operation(
            summary = "Slides and files, by the addresses that presentationUrl and Resource.url give",
            description =
                    "An address is its viewer's own, lasts for four hours, and is dead as soon as the day is locked"
                            + " for them, the file is removed or their account is disabled: it then answers 404.")
    @SecurityRequirements
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "206")
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
        var file = delivery.open(ticket, path.isEmpty() ? path : path.substring(1));
        var disposition = file.saved() ? ContentDisposition.attachment() : ContentDisposition.inline();
        answer.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                disposition
                        .filename(file.fileName(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        FileAnswer.to(request, answer).send(file.served());
    }
}
