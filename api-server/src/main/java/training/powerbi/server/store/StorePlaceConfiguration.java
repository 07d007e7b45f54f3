package training.powerbi.server.store;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// All of the store that a command needs which does not open it.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({StoreProperties.class, FabricProperties.class})
public class StorePlaceConfiguration {

    @Bean
    StorePlace storePlace(StoreProperties properties, FabricProperties fabric) {
        var place = fabric.place();
        var kind = StoreKind.of(properties.kind(), place.isPresent());
        var lakehouse = place.filter(_ -> kind == StoreKind.ONELAKE);
        return new StorePlace(properties.directory(), lakehouse, place, properties.instance());
    }
}
