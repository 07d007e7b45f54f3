package training.powerbi.cli.desk;

import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
import training.powerbi.client.SignedOutException;
import training.powerbi.client.UnreachableException;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// What went wrong, in a sentence for people, a code for programs and a number for scripts.
///
/// @param code that of the portal's table, or a word of ours
/// @param field of the input that is wrong; empty when none is
public record Failure(String code, String sentence, String field, ExitCode exit) {

    /// Of anything a command throws.
    public static Failure of(Throwable failure) {
        return switch (failure) {
            case PortalException refused -> refused(refused);
            case SignedOutException _ ->
                simple("SIGNED_OUT", "Your sign-in has ended. Sign in again: portal login", ExitCode.SIGNED_OUT);
            case UnreachableException unreachable -> simple("UNREACHABLE", said(unreachable), ExitCode.UNREACHABLE);
            case UsageException usage -> simple("USAGE", said(usage), ExitCode.USAGE);
            case CancellationException stopped -> simple("GIVEN_UP", said(stopped), ExitCode.FAILED);
            case InterruptedException _ -> simple("STOPPED", "Stopped.", ExitCode.STOPPED);
            case UncheckedIOException file -> simple("FILE", said(file), ExitCode.FAILED);
            default ->
                simple(
                        ErrorCode.INTERNAL.name(),
                        "Something unexpected went wrong in this program ("
                                + failure.getClass().getSimpleName()
                                + "). Nothing is known to be half done; look with portal days and portal audit.",
                        ExitCode.FAILED);
        };
    }

    private static Failure refused(PortalException refused) {
        var code = refused.code();
        var sentence = switch (code) {
            case PASSWORD_CHANGE_REQUIRED ->
                "The portal wants a password of your own before anything else: portal password";
            case TOO_MANY_REQUESTS ->
                refused.sentence()
                        + refused.retryAfterSeconds()
                                .map(seconds -> " Try again in " + seconds + " s.")
                                .orElse("");
            default -> refused.sentence();
        };
        return new Failure(code.name(), sentence, refused.field().orElse(""), exit(code));
    }

    static ExitCode exit(ErrorCode code) {
        return switch (code) {
            case UNAUTHENTICATED, INVALID_CREDENTIALS -> ExitCode.SIGNED_OUT;
            case DAY_NOT_FOUND, RECORDING_NOT_FOUND, USER_NOT_FOUND, COHORT_NOT_FOUND, NOT_FOUND -> ExitCode.NOT_FOUND;
            case STORAGE_UNAVAILABLE, STORAGE_FULL, INTERNAL -> ExitCode.FAILED;
            case BAD_USER_INPUT,
                    CHECKSUM_MISMATCH,
                    ACCESS_DENIED,
                    DAY_LOCKED,
                    PASSWORD_CHANGE_REQUIRED,
                    REGISTRATION_CLOSED,
                    EMAIL_TAKEN,
                    UPLOAD_OFFSET_MISMATCH,
                    CONFLICTING_UPDATE,
                    PERSISTED_QUERY_NOT_SUPPORTED,
                    METHOD_NOT_ALLOWED,
                    NOT_ACCEPTABLE,
                    UPLOAD_EXPIRED,
                    TOO_LARGE,
                    UNSUPPORTED_MEDIA_TYPE,
                    RANGE_NOT_SATISFIABLE,
                    TOO_MANY_REQUESTS -> ExitCode.REFUSED;
        };
    }

    private static Failure simple(String code, String sentence, ExitCode exit) {
        return new Failure(code, sentence, "", exit);
    }

    private static String said(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }
}
