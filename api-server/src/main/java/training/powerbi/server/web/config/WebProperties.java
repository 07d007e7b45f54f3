package training.powerbi.server.web.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the portal is found, and by way of whom.
///
/// @param allowedOrigins sites besides the portal's own that may call the API from a browser
/// @param publicUrl where people open the site; empty when the operator does not say
/// @param trustedProxies whose word is taken for where a request came from, see [TrustedProxies]; empty for nobody
@ConfigurationProperties("portal.web")
record WebProperties(
        @DefaultValue("") AllowedOrigins allowedOrigins,
        @DefaultValue("") String publicUrl,
        @DefaultValue("") String trustedProxies) {}
