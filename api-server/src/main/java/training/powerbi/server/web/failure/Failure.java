package training.powerbi.server.web.failure;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// A failure as a client may see it: code, sentence, the field it is about, and when to come back.
public record Failure(
        ErrorCode code,
        String sentence,
        @Nullable String field,
        @Nullable String retryAfterSeconds) {
    private static final String STORAGE_PAUSE_SECONDS = "5";

    public Failure(ErrorCode code, String sentence) {
        this(code, sentence, null, code == ErrorCode.STORAGE_UNAVAILABLE ? STORAGE_PAUSE_SECONDS : null);
    }

    /// Bad input, about the named field when it is known.
    public static Failure badInput(@Nullable String field, String sentence) {
        return new Failure(ErrorCode.BAD_USER_INPUT, sentence, field, null);
    }

    /// A defect; only the id that the log repeats is told.
    public static Failure internal(String id) {
        return new Failure(
                ErrorCode.INTERNAL, "Something went wrong in the portal. Tell its operator this id: " + id, null, null);
    }

    /// What the exception means to the caller.
    ///
    /// @param signedIn whether the caller is known: who is not is asked to sign in instead of being refused
    /// @param id under which a defect is logged
    public static Failure of(Throwable thrown, boolean signedIn, String id) {
        return switch (unwrap(thrown)) {
            case PortalException expected -> of(expected);
            case AccessDeniedException _ -> signedIn ? accessDenied() : unauthenticated();
            case AuthenticationException _ -> unauthenticated();
            case BindException binding -> of(binding);
            case ConstraintViolationException invalid -> of(invalid);
            default -> internal(id);
        };
    }

    public static Throwable unwrap(Throwable thrown) {
        Throwable cause = thrown.getCause();
        boolean wrapper = thrown instanceof CompletionException || thrown instanceof ExecutionException;
        return wrapper && cause != null ? unwrap(cause) : thrown;
    }

    public static Failure unauthenticated() {
        return new Failure(ErrorCode.UNAUTHENTICATED, "Sign in first, or again: this needs a valid access token.");
    }

    public static Failure accessDenied() {
        return new Failure(ErrorCode.ACCESS_DENIED, "Your account may not do this.");
    }

    private static Failure of(PortalException expected) {
        Failure plain = new Failure(expected.code(), expected.sentence());
        return new Failure(
                plain.code,
                plain.sentence,
                expected.field().orElse(null),
                expected.retryAfterSeconds().orElse(plain.retryAfterSeconds));
    }

    private static Failure of(BindException binding) {
        ObjectError error = binding.getAllErrors().getFirst();
        if (error instanceof FieldError invalid && !invalid.isBindingFailure()) {
            return badInput(invalid.getField(), invalid.getField() + " " + invalid.getDefaultMessage() + ".");
        }
        String field = error instanceof FieldError named ? named.getField() : error.getObjectName();
        return badInput(field, "The value of " + field + " does not fit.");
    }

    private static Failure of(ConstraintViolationException invalid) {
        for (ConstraintViolation<?> violation : invalid.getConstraintViolations()) {
            String path = violation.getPropertyPath().toString();
            String field = path.substring(path.lastIndexOf('.') + 1);
            return badInput(field, field + " " + violation.getMessage() + ".");
        }
        return badInput(null, "A value does not fit.");
    }
}
