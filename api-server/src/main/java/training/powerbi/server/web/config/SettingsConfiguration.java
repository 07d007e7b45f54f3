package training.powerbi.server.web.config;

import java.net.InetAddress;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import training.powerbi.server.web.PublicAddress;

@Configuration(proxyBeanMethods = false)
class SettingsConfiguration {

    /// The only clock of the server, as exact as a table's times are; tests bring their own.
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), ChronoUnit.MICROS.getDuration());
    }

    @Bean
    AppInfo appInfo(AppProperties app) {
        String built = AppInfo.class.getPackage().getImplementationVersion();
        return new AppInfo(
                app.name(), app.version().isEmpty() ? Objects.requireNonNullElse(built, "development") : app.version());
    }

    @Bean
    PublicAddress publicAddress(
            WebProperties web,
            @Value("${server.address}") InetAddress listening,
            @Value("${server.ssl.enabled:false}") boolean tls) {
        return new PublicAddress(web.publicUrl(), listening, tls);
    }

    @Bean
    AllowedOrigins allowedOrigins(WebProperties web) {
        return web.allowedOrigins();
    }
}
