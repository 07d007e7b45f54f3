package training.powerbi.server.web.rest;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {

    /// The registry every module records into.
    @Bean(destroyMethod = "close")
    PrometheusMeterRegistry meterRegistry(List<MeterBinder> binders) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        binders.forEach(binder -> binder.bindTo(registry));
        return registry;
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
}
