package training.powerbi.server.account;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// Who may make an account. Entra ID users need none of this: their tenant admits them.
public enum RegistrationMode {
    /// Anyone.
    OPEN,
    /// Whoever brings an invite code.
    INVITE,
    /// Nobody.
    CLOSED;

    /// Open while only this machine reaches the portal.
    public static RegistrationMode defaultFor(String listeningOn) {
        if (listeningOn.isBlank()) {
            return INVITE;
        }
        try {
            return InetAddress.getByName(listeningOn.strip()).isLoopbackAddress() ? OPEN : INVITE;
        } catch (UnknownHostException e) {
            return INVITE;
        }
    }
}
