package training.powerbi.model.error;

import java.util.Map;
import java.util.Optional;

/// An expected failure: a code for programs, a sentence for people, and parameters such as the offending
/// field. Anything that is not a `PortalException` is a defect and reaches clients opaque.
public final class PortalException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String FIELD = "field";
    private static final String RETRY_AFTER = "retryAfterSeconds";

    private final ErrorCode code;
    private final transient Map<String, String> parameters;

    /// @param message safe to show to anyone; says what to do
    public PortalException(ErrorCode code, String message) {
        this(code, message, Map.of());
    }

    public PortalException(ErrorCode code, String message, Map<String, String> parameters) {
        super(message);
        this.code = code;
        this.parameters = Map.copyOf(parameters);
    }

    public PortalException(ErrorCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.parameters = Map.of();
    }

    /// Bad input in the named field.
    public static PortalException badInput(String field, String message) {
        return new PortalException(ErrorCode.BAD_USER_INPUT, message, Map.of(FIELD, field));
    }

    public static PortalException tooManyRequests(String message, long retryAfterSeconds) {
        return new PortalException(
                ErrorCode.TOO_MANY_REQUESTS, message, Map.of(RETRY_AFTER, Long.toString(retryAfterSeconds)));
    }

    public ErrorCode code() {
        return code;
    }

    /// The sentence for people; never null, unlike [#getMessage()] as declared.
    public String sentence() {
        return String.valueOf(getMessage());
    }

    public Optional<String> field() {
        return Optional.ofNullable(parameters.get(FIELD));
    }

    public Optional<String> retryAfterSeconds() {
        return Optional.ofNullable(parameters.get(RETRY_AFTER));
    }
}
