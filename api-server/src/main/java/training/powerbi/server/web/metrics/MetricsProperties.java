package training.powerbi.server.web.metrics;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param token with which a scraper reads metrics and nothing else (METRICS_TOKEN); empty for admins alone
@ConfigurationProperties("portal.metrics")
record MetricsProperties(@DefaultValue("") String token) {

    @Override
    public String toString() {
        return token.isEmpty() ? "MetricsProperties[]" : "MetricsProperties[********]";
    }
}
