package training.powerbi.desktop.testing;

import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.PortalConfig;
import training.powerbi.client.microsoft.DeviceCode;
import training.powerbi.client.signin.Session;
import training.powerbi.desktop.auth.SignIn;

/// A portal that lets everyone in, unless told to refuse once.
public final class FakeSignIn implements SignIn {
    public final List<URI> discovered = new ArrayList<>();
    public final FakeSession next = new FakeSession();
    public @Nullable Session kept;
    /// Why the kept session does not hold any more.
    public @Nullable RuntimeException over;
    public boolean codeShown;
    /// Of the course.
    public String title = "Power BI";
    private @Nullable RuntimeException refusal;

    public void refuse(RuntimeException with) {
        refusal = with;
    }

    @Override
    public PortalConfig discover(URI portal) {
        discovered.add(portal);
        hear();
        return new PortalConfig(
                title,
                ZoneId.of("Asia/Kolkata"),
                1L << 33,
                new PortalConfig.Entra("tenant", "client", "api://client/access", "https://login.example.com"),
                null,
                null);
    }

    @Override
    public Optional<Session> resume(URI portal, PortalConfig config) {
        if (over != null) {
            throw over;
        }
        return Optional.ofNullable(kept);
    }

    @Override
    public Session withPassword(URI portal, String email, char[] password) {
        return hear();
    }

    @Override
    public Session withMicrosoft(URI portal, PortalConfig.Entra entra) {
        return hear();
    }

    @Override
    public Session withDeviceCode(URI portal, PortalConfig.Entra entra, Consumer<DeviceCode> show) {
        show.accept(new DeviceCode("ABCD-EFGH", URI.create("https://example.com/device"), "Enter the code."));
        codeShown = true;
        return hear();
    }

    private Session hear() {
        var failure = refusal;
        refusal = null;
        if (failure != null) {
            throw failure;
        }
        return next;
    }
}
