package training.powerbi.server.web.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What the portal calls itself.
@ConfigurationProperties("portal.app")
public record AppProperties(
        @DefaultValue("Power BI Training Portal") String name,
        @DefaultValue("1.0.0") String version) {}
