package training.powerbi.client.microsoft;

import com.microsoft.aad.msal4j.PublicClientApplication;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.PortalConfig;
import training.powerbi.client.UnreachableException;
import training.powerbi.client.signin.KeptSessions;

/// Makes Microsoft's library ready for a portal's tenant.
public final class MicrosoftApps {
    private static final String WORLDWIDE = "https://login.microsoftonline.com";
    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 20_000;

    private final KeptSessions kept;
    private final @Nullable SSLSocketFactory trust;

    /// @param trust null for what this computer trusts
    public MicrosoftApps(KeptSessions kept, @Nullable SSLSocketFactory trust) {
        this.kept = kept;
        this.trust = trust;
    }

    /// The app that the portal says people sign in with.
    ///
    /// @throws UnreachableException when what the portal says cannot be used
    public MicrosoftApp app(URI portal, PortalConfig.Entra entra) {
        var base = entra.authority() == null ? WORLDWIDE : entra.authority();
        var authority = base + '/' + entra.tenantId() + '/';
        try {
            var builder = PublicClientApplication.builder(entra.clientId())
                    .authority(authority)
                    .connectTimeoutForDefaultHttpClient(CONNECT_MILLIS)
                    .readTimeoutForDefaultHttpClient(READ_MILLIS)
                    .setTokenCacheAccessAspect(new MicrosoftCache(kept, portal));
            if (entra.authority() != null) {
                // Microsoft's worldwide service would be asked whether it knows this one.
                builder.validateAuthority(false).instanceDiscovery(false);
            }
            if (trust != null) {
                builder.sslSocketFactory(trust);
            }
            return new MicrosoftApp(builder.build(), authority, Set.of(entra.scope()));
        } catch (MalformedURLException | IllegalArgumentException unusable) {
            throw new UnreachableException(
                    UnreachableException.Reason.NOT_A_PORTAL,
                    "The portal names a sign-in service that cannot be used. Tell its operator, and sign in with a"
                            + " password meanwhile.",
                    unusable);
        }
    }
}
