package training.powerbi.server.web.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who may call the API from a browser.
///
/// @param allowedOrigins sites besides the portal's own
@ConfigurationProperties("portal.web")
record WebProperties(@DefaultValue("") AllowedOrigins allowedOrigins) {}
