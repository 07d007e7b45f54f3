package training.powerbi.model.error;

import static training.powerbi.model.error.ErrorCategory.BAD_REQUEST;
import static training.powerbi.model.error.ErrorCategory.FORBIDDEN;
import static training.powerbi.model.error.ErrorCategory.INTERNAL_ERROR;
import static training.powerbi.model.error.ErrorCategory.UNAUTHORIZED;

/// The one table of failures: what each is called on the wire, its category in GraphQL, its status in HTTP,
/// and whether the same request may succeed later.
public enum ErrorCode {
    BAD_USER_INPUT(BAD_REQUEST, 400, false),
    /// Status 460 is tus 1.0's "Checksum Mismatch".
    CHECKSUM_MISMATCH(BAD_REQUEST, 460, false),
    UNAUTHENTICATED(UNAUTHORIZED, 401, false),
    INVALID_CREDENTIALS(UNAUTHORIZED, 401, false),
    ACCESS_DENIED(FORBIDDEN, 403, false),
    DAY_LOCKED(FORBIDDEN, 403, false),
    PASSWORD_CHANGE_REQUIRED(FORBIDDEN, 403, false),
    REGISTRATION_CLOSED(FORBIDDEN, 403, false),
    DAY_NOT_FOUND(ErrorCategory.NOT_FOUND, 404, false),
    COHORT_NOT_FOUND(ErrorCategory.NOT_FOUND, 404, false),
    RECORDING_NOT_FOUND(ErrorCategory.NOT_FOUND, 404, false),
    USER_NOT_FOUND(ErrorCategory.NOT_FOUND, 404, false),
    NOT_FOUND(ErrorCategory.NOT_FOUND, 404, false),
    EMAIL_TAKEN(BAD_REQUEST, 409, false),
    UPLOAD_OFFSET_MISMATCH(BAD_REQUEST, 409, false),
    CONFLICTING_UPDATE(BAD_REQUEST, 409, true),
    /// A GraphQL answer like any other; clients that ask by hash then send the document itself.
    PERSISTED_QUERY_NOT_SUPPORTED(BAD_REQUEST, 200, false),
    METHOD_NOT_ALLOWED(BAD_REQUEST, 405, false),
    NOT_ACCEPTABLE(BAD_REQUEST, 406, false),
    UPLOAD_EXPIRED(BAD_REQUEST, 410, false),
    TOO_LARGE(BAD_REQUEST, 413, false),
    UNSUPPORTED_MEDIA_TYPE(BAD_REQUEST, 415, false),
    RANGE_NOT_SATISFIABLE(BAD_REQUEST, 416, false),
    TOO_MANY_REQUESTS(BAD_REQUEST, 429, true),
    STORAGE_UNAVAILABLE(INTERNAL_ERROR, 503, true),
    STORAGE_FULL(INTERNAL_ERROR, 507, false),
    INTERNAL(INTERNAL_ERROR, 500, false);

    private final ErrorCategory category;
    private final int httpStatus;
    private final boolean retryable;

    ErrorCode(ErrorCategory category, int httpStatus, boolean retryable) {
        this.category = category;
        this.httpStatus = httpStatus;
        this.retryable = retryable;
    }

    public ErrorCategory category() {
        return category;
    }

    public int httpStatus() {
        return httpStatus;
    }

    /// Whether the same request, sent again unchanged, may succeed.
    public boolean retryable() {
        return retryable;
    }
}
