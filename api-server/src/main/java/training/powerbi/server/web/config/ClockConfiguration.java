package training.powerbi.server.web.config;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    /// The only clock of the server; tests bring their own.
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
