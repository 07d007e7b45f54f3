package training.powerbi.model.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The table of failures that clients outside this repository act on.
class ErrorCodeTest {
    private static final String TABLE = """
            BAD_USER_INPUT,           BAD_REQUEST,    400, false
            CHECKSUM_MISMATCH,        BAD_REQUEST,    460, false
            UNAUTHENTICATED,          UNAUTHORIZED,   401, false
            INVALID_CREDENTIALS,      UNAUTHORIZED,   401, false
            ACCESS_DENIED,            FORBIDDEN,      403, false
            DAY_LOCKED,               FORBIDDEN,      403, false
            PASSWORD_CHANGE_REQUIRED, FORBIDDEN,      403, false
            REGISTRATION_CLOSED,      FORBIDDEN,      403, false
            DAY_NOT_FOUND,            NOT_FOUND,      404, false
            COHORT_NOT_FOUND,         NOT_FOUND,      404, false
            RECORDING_NOT_FOUND,      NOT_FOUND,      404, false
            USER_NOT_FOUND,           NOT_FOUND,      404, false
            NOT_FOUND,                NOT_FOUND,      404, false
            EMAIL_TAKEN,              BAD_REQUEST,    409, false
            UPLOAD_OFFSET_MISMATCH,   BAD_REQUEST,    409, false
            CONFLICTING_UPDATE,       BAD_REQUEST,    409, true
            PERSISTED_QUERY_NOT_SUPPORTED, BAD_REQUEST, 200, false
            METHOD_NOT_ALLOWED,       BAD_REQUEST,    405, false
            NOT_ACCEPTABLE,           BAD_REQUEST,    406, false
            UPLOAD_EXPIRED,           BAD_REQUEST,    410, false
            TOO_LARGE,                BAD_REQUEST,    413, false
            UNSUPPORTED_MEDIA_TYPE,   BAD_REQUEST,    415, false
            RANGE_NOT_SATISFIABLE,    BAD_REQUEST,    416, false
            TOO_MANY_REQUESTS,        BAD_REQUEST,    429, true
            STORAGE_UNAVAILABLE,      INTERNAL_ERROR, 503, true
            STORAGE_FULL,             INTERNAL_ERROR, 507, false
            INTERNAL,                 INTERNAL_ERROR, 500, false
            """;

    @ParameterizedTest
    @CsvSource(textBlock = TABLE)
    void eachCodeKeepsItsCategoryStatusAndRetryability(
            ErrorCode code, ErrorCategory category, int httpStatus, boolean retryable) {
        assertThat(code.category()).isEqualTo(category);
        assertThat(code.httpStatus()).isEqualTo(httpStatus);
        assertThat(code.retryable()).isEqualTo(retryable);
    }

    @Test
    void theTableIsComplete() {
        assertThat(TABLE.lines().map(line -> line.strip().replaceFirst(",.*", "")))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ErrorCode.values()).map(Enum::name).toList());
    }
}
