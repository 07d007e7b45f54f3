package training.powerbi.server.media;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MediaConfiguration {

    @Bean
    MediaLimits mediaLimits(MediaProperties properties) {
        return new MediaLimits(
                properties.maxUploadBytes(),
                properties.spareBytes(),
                properties.uploadLife(),
                properties.stall(),
                properties.grace(),
                properties.sweep());
    }
}
