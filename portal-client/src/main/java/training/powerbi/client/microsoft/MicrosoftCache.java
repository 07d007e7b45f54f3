package training.powerbi.client.microsoft;

import com.microsoft.aad.msal4j.ITokenCacheAccessAspect;
import com.microsoft.aad.msal4j.ITokenCacheAccessContext;
import java.net.URI;
import training.powerbi.client.signin.KeptSessions;

/// Lets Microsoft's library find its accounts and their tokens again.
record MicrosoftCache(KeptSessions kept, URI portal) implements ITokenCacheAccessAspect {

    @Override
    public void beforeCacheAccess(ITokenCacheAccessContext access) {
        kept.microsoft(portal).ifPresent(access.tokenCache()::deserialize);
    }

    @Override
    public void afterCacheAccess(ITokenCacheAccessContext access) {
        if (access.hasCacheChanged()) {
            kept.keepMicrosoft(portal, access.tokenCache().serialize());
        }
    }
}
