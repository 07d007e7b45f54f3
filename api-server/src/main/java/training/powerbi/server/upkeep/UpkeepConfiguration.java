package training.powerbi.server.upkeep;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import training.powerbi.lakehouse.backup.Backups;
import training.powerbi.lakehouse.check.StoreDoctor;
import training.powerbi.server.store.StorePlace;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({BackupProperties.class, CheckupProperties.class, AnchorProperties.class})
class UpkeepConfiguration {

    @Bean
    Backups backups(StorePlace place, Clock clock) {
        return place.lakehouse()
                .map(lakehouse -> Backups.of(lakehouse, clock))
                .orElseGet(() -> Backups.of(place.folder(), clock));
    }

    @Bean
    StoreDoctor storeDoctor(StorePlace place, Clock clock) {
        return place.lakehouse()
                .map(lakehouse -> StoreDoctor.of(lakehouse, clock))
                .orElseGet(() -> StoreDoctor.of(place.folder(), clock));
    }
}
