package training.powerbi.server.web.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.error.ErrorCategory;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.server.web.failure.Failure;
import training.powerbi.server.web.failure.RequestId;

/// RFC 9457 problem details with the portal's code and, for failures of the portal's own, the request's id, which log
/// lines carry too.
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        @Nullable String field,
        @Nullable Boolean retryable,
        @Nullable String requestId) {

    static Problem of(Failure failure, String path) {
        ErrorCode code = failure.code();
        String words = code.name().toLowerCase(Locale.ROOT);
        return new Problem(
                "urn:training-portal:problem:" + words.replace('_', '-'),
                code.name().charAt(0) + words.substring(1).replace('_', ' '),
                code.httpStatus(),
                failure.sentence(),
                path,
                code.name(),
                failure.field(),
                code.retryable() ? Boolean.TRUE : null,
                // Refusals look the same whatever is behind them; the head of the answer tells the id.
                code.category() == ErrorCategory.INTERNAL_ERROR
                        ? RequestId.known().orElse(null)
                        : null);
    }
}
