package training.powerbi.desktop.auth;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import training.powerbi.client.PortalConfig;
import training.powerbi.client.microsoft.DeviceCode;
import training.powerbi.client.signin.Session;

/// The ways into one portal. Calls block, so they are made off the FX thread.
///
/// They throw [training.powerbi.model.error.PortalException] with INVALID_CREDENTIALS or TOO_MANY_REQUESTS among
/// others, and [training.powerbi.client.UnreachableException].
public interface SignIn {

    /// What the portal at an address says of itself; the first thing asked of an address a person typed.
    PortalConfig discover(URI portal);

    /// The session kept from last time; empty when none was. One that does not hold any more is forgotten.
    ///
    /// @throws training.powerbi.client.SignedOutException when it has ended
    /// @throws training.powerbi.model.error.PortalException ACCESS_DENIED when its account is no trainer's any more
    Optional<Session> resume(URI portal, PortalConfig config);

    Session withPassword(URI portal, String email, char[] password);

    /// Opens the system's browser and waits until the person is through; interruption gives up.
    ///
    /// @throws CancellationException when the person closed the browser or waited too long
    Session withMicrosoft(URI portal, PortalConfig.Entra entra) throws InterruptedException;

    /// Without a browser on this computer: `show` gets the code and the address to type it at.
    Session withDeviceCode(URI portal, PortalConfig.Entra entra, Consumer<DeviceCode> show) throws InterruptedException;
}
