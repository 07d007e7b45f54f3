package training.powerbi.client.http;

import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.UnreachableException;

/// Why there is no answer, in words that say what to do.
public final class Unreachable {
    private static final int DEEPEST = 20;

    private Unreachable() {}

    public static UnreachableException because(URI portal, Throwable failed) {
        if (has(failed, SSLHandshakeException.class) && has(failed, GeneralSecurityException.class)) {
            return new UnreachableException(
                    UnreachableException.Reason.CERTIFICATE,
                    "The certificate of " + name(portal) + " is not trusted. Check the address and this computer's"
                            + " date and time; if both are right, ask the portal's operator.",
                    failed);
        }
        if (has(failed, SSLException.class)) {
            return new UnreachableException(
                    UnreachableException.Reason.CERTIFICATE,
                    "No secure connection to " + name(portal) + " could be made. Check the address (a portal without a"
                            + " certificate begins with http://) and this computer's date and time.",
                    failed);
        }
        return new UnreachableException(UnreachableException.Reason.NO_ANSWER, sentence(portal, failed), failed);
    }

    private static String sentence(URI portal, Throwable failed) {
        if (has(failed, UnknownHostException.class) || has(failed, UnresolvedAddressException.class)) {
            return "There is no computer called " + portal.getHost()
                    + ". Check the address and this computer's network connection.";
        }
        if (has(failed, HttpTimeoutException.class)) {
            return name(portal) + " took too long to answer. Check the network connection and try again.";
        }
        if (has(failed, ConnectException.class)) {
            return "Nobody answers at " + name(portal)
                    + ". Check the address, and whether the portal is running, and try again.";
        }
        return "The connection to " + name(portal) + " was cut. Try again.";
    }

    public static UnreachableException notAPortal(URI portal, @Nullable Throwable cause) {
        var sentence = "What answers at " + name(portal) + " is not a training portal. Check the address.";
        return cause == null
                ? new UnreachableException(UnreachableException.Reason.NOT_A_PORTAL, sentence)
                : new UnreachableException(UnreachableException.Reason.NOT_A_PORTAL, sentence, cause);
    }

    static UnreachableException moved(URI portal, String place) {
        return new UnreachableException(
                UnreachableException.Reason.NOT_A_PORTAL,
                name(portal) + " sends everyone on to " + place + ". Enter that address if you trust it.");
    }

    static UnreachableException resting(URI portal) {
        return new UnreachableException(
                UnreachableException.Reason.NO_ANSWER,
                "The portal behind " + name(portal) + " does not answer at the moment. Try again in a minute.");
    }

    private static String name(URI portal) {
        return portal.getScheme() + "://" + portal.getAuthority();
    }

    private static boolean has(@Nullable Throwable failed, Class<? extends Throwable> type) {
        var cause = failed;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (type.isInstance(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
