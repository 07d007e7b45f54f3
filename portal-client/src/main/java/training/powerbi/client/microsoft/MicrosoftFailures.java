package training.powerbi.client.microsoft;

import com.microsoft.aad.msal4j.AuthenticationErrorCode;
import com.microsoft.aad.msal4j.MsalClientException;
import com.microsoft.aad.msal4j.MsalException;
import com.microsoft.aad.msal4j.MsalInteractionRequiredException;
import com.microsoft.aad.msal4j.MsalServiceException;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.UnreachableException;
import training.powerbi.client.signin.RenewedToken;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// What Microsoft's library throws, in the program's words. Its own texts name people and are not shown.
final class MicrosoftFailures {
    private static final Set<String> GIVEN_UP = Set.of(
            "access_denied",
            "authorization_declined",
            "expired_token",
            AuthenticationErrorCode.CODE_EXPIRED,
            AuthenticationErrorCode.INVALID_AUTHORIZATION_RESULT);
    private static final Pattern NUMBER = Pattern.compile("AADSTS\\d+");

    private MicrosoftFailures() {}

    static RuntimeException of(Throwable thrown) {
        var failed = deepest(thrown, MsalException.class);
        return switch (failed) {
            case null -> unreachable(thrown);
            case MsalInteractionRequiredException over when isSilent(over) -> RenewedToken.signedOut(over);
            case MsalException msal when GIVEN_UP.contains(String.valueOf(msal.errorCode())) -> givenUp(msal);
            case MsalClientException client when isNoCode(client) -> givenUp(client);
            case MsalServiceException service when !isOverloaded(service) -> refused(service);
            case MsalClientException client
            when AuthenticationErrorCode.CACHE_MISS.equals(client.errorCode()) -> RenewedToken.signedOut(client);
            default -> unreachable(failed);
        };
    }

    private static boolean isSilent(MsalInteractionRequiredException failed) {
        return !refusesAccount(failed);
    }

    /// The person is known, but not to this organisation.
    private static boolean refusesAccount(MsalServiceException failed) {
        var message = String.valueOf(failed.getMessage());
        return message.contains("AADSTS50020") || message.contains("AADSTS50034") || message.contains("AADSTS90072");
    }

    private static boolean isNoCode(MsalClientException failed) {
        return String.valueOf(failed.getMessage()).contains("No Authorization code was returned");
    }

    private static boolean isOverloaded(MsalServiceException failed) {
        var status = failed.statusCode();
        return status != null && (status >= 500 || status == 429);
    }

    private static CancellationException givenUp(Throwable cause) {
        var cancelled = new CancellationException(
                "The sign-in with Microsoft was not completed. Try again, with an account of the portal's organisation.");
        cancelled.initCause(cause);
        return cancelled;
    }

    private static PortalException refused(MsalServiceException failed) {
        var number = NUMBER.matcher(String.valueOf(failed.getMessage()));
        var tail = number.find() ? " (" + number.group() + ")" : "";
        var sentence = refusesAccount(failed)
                ? "This Microsoft account does not belong to the portal's organisation. Sign in with another one"
                : "Microsoft refused the sign-in. Try another account, or ask your administrator";
        return new PortalException(ErrorCode.ACCESS_DENIED, sentence + tail + ".", failed);
    }

    private static UnreachableException unreachable(Throwable failed) {
        return deepest(failed, SSLException.class) == null
                ? new UnreachableException(
                        UnreachableException.Reason.NO_ANSWER,
                        "Microsoft's sign-in does not answer. Check the network connection and try again.",
                        failed)
                : new UnreachableException(
                        UnreachableException.Reason.CERTIFICATE,
                        "The certificate of Microsoft's sign-in is not trusted. Check this computer's date and time,"
                                + " and whether something on the network reads along.",
                        failed);
    }

    private static <T extends Throwable> @Nullable T deepest(@Nullable Throwable thrown, Class<T> type) {
        T found = null;
        int depth = 0;
        for (var cause = thrown; cause != null && depth < 20; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                found = type.cast(cause);
            }
            depth++;
        }
        return found;
    }
}
