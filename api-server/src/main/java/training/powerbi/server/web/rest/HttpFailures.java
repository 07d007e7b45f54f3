package training.powerbi.server.web.rest;

import java.io.EOFException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.coyote.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.web.failure.Failure;

/// What the framework's own complaints about a request mean in the portal's codes.
final class HttpFailures {
    private static final Map<Integer, Failure> BY_STATUS = Map.ofEntries(
            entry(400, ErrorCode.BAD_USER_INPUT, "The request is not one the portal understands."),
            entry(401, ErrorCode.UNAUTHENTICATED, "Sign in first, or again: this needs a valid access token."),
            entry(403, ErrorCode.ACCESS_DENIED, "Your account may not do this."),
            entry(404, ErrorCode.NOT_FOUND, "There is nothing at this address."),
            entry(405, ErrorCode.METHOD_NOT_ALLOWED, "This address does not answer this method."),
            entry(406, ErrorCode.NOT_ACCEPTABLE, "The portal cannot answer in a form the request accepts."),
            entry(413, ErrorCode.TOO_LARGE, "The request is too large."),
            entry(415, ErrorCode.UNSUPPORTED_MEDIA_TYPE, "This address does not take a body of this type."),
            entry(416, ErrorCode.RANGE_NOT_SATISFIABLE, "The file has no such range."),
            entry(429, ErrorCode.TOO_MANY_REQUESTS, "Too many requests; try again in a moment."),
            entry(503, ErrorCode.STORAGE_UNAVAILABLE, "The portal cannot answer now; try again in a moment."),
            entry(507, ErrorCode.STORAGE_FULL, "The portal's disk is full; tell its operator."));

    private HttpFailures() {}

    private static Map.Entry<Integer, Failure> entry(int status, ErrorCode code, String sentence) {
        return Map.entry(status, new Failure(code, sentence));
    }

    /// Null when the status is a defect's.
    static @Nullable Failure ofStatus(int status) {
        Failure known = BY_STATUS.get(status);
        if (known != null) {
            return known;
        }
        return status >= 400 && status < 500 ? BY_STATUS.get(400) : null;
    }

    /// Null when the exception is not one of the framework's about the request.
    static @Nullable Failure of(Throwable thrown) {
        return switch (thrown) {
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
            case MissingServletRequestParameterException missing -> missing(missing.getParameterName());
            case MissingServletRequestPartException missing -> missing(missing.getRequestPartName());
            case MissingRequestValueException _ -> Failure.badInput(null, "The request lacks a required value.");
            case MethodArgumentTypeMismatchException wrong ->
                Failure.badInput(wrong.getName(), "The value of " + wrong.getName() + " does not fit.");
            case BindException invalid -> Failure.of(invalid, true, "");
            case HandlerMethodValidationException _ -> Failure.badInput(null, "A value does not fit.");
            case HttpMediaTypeNotSupportedException unsupported -> unsupported(unsupported);
            case ErrorResponse response -> ofStatus(response.getStatusCode());
            case EOFException _, SocketException _, SocketTimeoutException _, BadRequestException _ ->
                Failure.badInput(null, "The request broke off before its end; send it again.");
            case MultipartException _ -> Failure.badInput(null, "The upload is not well-formed multipart/form-data.");
            default -> null;
        };
    }

    private static @Nullable Failure ofStatus(HttpStatusCode status) {
        return ofStatus(status.value());
    }

    private static Failure unsupported(HttpMediaTypeNotSupportedException unsupported) {
        var types = unsupported.getSupportedMediaTypes();
        return types.isEmpty()
                ? new Failure(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "This address does not take a body of this type.")
                : new Failure(
                        ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                        "This address does not take a body of this type; send it as "
                                + types.stream()
                                        .map(MediaType::toString)
                                        .distinct()
                                        .collect(Collectors.joining(", "))
                                + ".");
    }

    private static Failure missing(String name) {
        return Failure.badInput(name, name + " is missing.");
    }

    private static Failure unreadable(HttpMessageNotReadableException unreadable) {
        for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof PortalException expected) {
                return Failure.of(expected, true, "");
            }
            if (cause instanceof UnrecognizedPropertyException unknown) {
                String name = unknown.getPropertyName();
                String shown = name.length() > 40 ? name.substring(0, 40) + "…" : name;
                return Failure.badInput(shown, "There is no field " + shown + " here.");
            }
            if (cause instanceof JacksonException wrong && !wrong.getPath().isEmpty()) {
                String field = wrong.getPath().getLast().getPropertyName();
                if (field != null) {
                    return Failure.badInput(field, "The value of " + field + " does not fit.");
                }
            }
        }
        return Failure.badInput(null, "The body is missing or not well-formed JSON.");
    }
}
