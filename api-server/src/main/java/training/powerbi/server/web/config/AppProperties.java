package training.powerbi.server.web.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What the portal calls itself.
///
/// @param version empty for the build's own
@ConfigurationProperties("portal.app")
record AppProperties(
        @DefaultValue("Power BI Training Portal") String name,
        @DefaultValue("") String version) {}
