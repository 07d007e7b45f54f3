package training.powerbi.server.web.metrics;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.logging.LogbackMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;

@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {

    /// The registry every module records into.
    @Bean(destroyMethod = "close")
    PrometheusMeterRegistry meterRegistry(List<MeterBinder> binders) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        binders.forEach(binder -> binder.bindTo(registry));
        return registry;
    }

    /// Ahead of whoever takes a bearer token for an access token.
    @Bean
    Customizer<HttpSecurity> scrapers(MetricsProperties metrics) {
        ScrapeToken token = ScrapeToken.of(metrics.token());
        return http -> http.addFilterBefore(new ScrapeFilter(token), BearerTokenAuthenticationFilter.class);
    }

    @Bean
    MeterBinder memoryMetrics() {
        return new JvmMemoryMetrics();
    }

    @Bean(destroyMethod = "close")
    JvmGcMetrics gcMetrics() {
        return new JvmGcMetrics();
    }

    @Bean
    MeterBinder threadMetrics() {
        return new JvmThreadMetrics();
    }

    @Bean
    MeterBinder processorMetrics() {
        return new ProcessorMetrics();
    }

    @Bean
    MeterBinder uptimeMetrics() {
        return new UptimeMetrics();
    }

    @Bean
    MeterBinder fileMetrics() {
        return new FileDescriptorMetrics();
    }

    /// Log lines by level: each defect is one of level error.
    @Bean(destroyMethod = "close")
    LogbackMetrics logMetrics() {
        return new LogbackMetrics();
    }
}
