package training.powerbi.server.upkeep;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import training.powerbi.model.error.PortalException;

/// Where the newest hash of the audit log is kept besides (PORTAL_AUDIT_ANCHOR).
///
/// @param anchor the file; null for none
/// @param anchorEvery how often
@ConfigurationProperties("portal.audit")
record AnchorProperties(
        @Nullable Path anchor, @DefaultValue("24h") Duration anchorEvery) {

    AnchorProperties {
        if (anchorEvery.toMillis() < 1) {
            throw PortalException.badInput("portal.audit", "portal.audit.anchor-every must be at least 1ms.");
        }
    }
}
