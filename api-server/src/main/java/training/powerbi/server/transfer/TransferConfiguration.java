package training.powerbi.server.transfer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TransferConfiguration {

    @Bean
    TransferLimits mediaLimits(TransferProperties properties) {
        return new TransferLimits(
                properties.maxUploadBytes(),
                properties.spareBytes(),
                properties.uploadLife(),
                properties.stall(),
                properties.grace(),
                properties.sweep());
    }
}
