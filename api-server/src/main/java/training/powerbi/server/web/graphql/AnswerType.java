package training.powerbi.server.web.graphql;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Which of its three forms an answer takes.
final class AnswerType {
    private static final List<MediaType> OFFERED = List.of(
            MediaType.APPLICATION_JSON,
            MediaType.parseMediaType("application/graphql-response+json"),
            MediaType.TEXT_EVENT_STREAM);

    private AnswerType() {}

    /// The first offered type the header accepts, most specific entry first.
    ///
    /// @throws PortalException NOT_ACCEPTABLE when there is none
    static String of(@Nullable String accept) {
        if (accept == null || accept.isBlank()) {
            return MediaType.APPLICATION_JSON_VALUE;
        }
        for (MediaType wanted : wanted(accept)) {
            for (MediaType offered : OFFERED) {
                if (wanted.includes(offered) && wanted.getQualityValue() > 0) {
                    return offered.toString();
                }
            }
        }
        throw notAcceptable();
    }

    private static List<MediaType> wanted(String accept) {
        try {
            List<MediaType> wanted = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(wanted);
            return wanted;
        } catch (InvalidMediaTypeException | InvalidMimeTypeException e) {
            throw notAcceptable();
        }
    }

    private static PortalException notAcceptable() {
        return new PortalException(
                ErrorCode.NOT_ACCEPTABLE, "Accept application/json, or text/event-stream for a stream.");
    }
}
