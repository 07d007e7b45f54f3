package training.powerbi.model.error;

/// What a client can do about a failure; the names are Spring GraphQL's classifications.
public enum ErrorCategory {
    BAD_REQUEST,
    UNAUTHORIZED,
    FORBIDDEN,
    NOT_FOUND,
    INTERNAL_ERROR
}
