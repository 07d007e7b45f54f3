package training.powerbi.server.upkeep;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import training.powerbi.model.error.PortalException;

/// How often the running portal looks at its whole store.
///
/// @param every time between two looks; 0 for never
/// @param ask how often it is asked whether a look is due
@ConfigurationProperties("portal.checkup")
record CheckupProperties(
        @DefaultValue("7d") Duration every,
        @DefaultValue("1h") Duration ask) {

    CheckupProperties {
        if (every.isNegative() || ask.toMillis() < 1) {
            throw PortalException.badInput(
                    "portal.checkup", "portal.checkup.every must not be negative, portal.checkup.ask at least 1ms.");
        }
    }
}
