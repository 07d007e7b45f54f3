package training.powerbi.server.store;

import java.io.IOException;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.OpenLakehouse;
import training.powerbi.lakehouse.SqlEndpoint;
import training.powerbi.lakehouse.WhileAway;
import training.powerbi.lakehouse.copy.StoreCopy;
import training.powerbi.lakehouse.open.Lakehouses;
import training.powerbi.model.error.PortalException;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({StoreProperties.class, FabricProperties.class})
class LakehouseConfiguration {
    @Bean(destroyMethod = "close")
    OpenLakehouse lakehouse(
            StoreProperties properties,
            FabricProperties fabric,
            ObjectProvider<io.micrometer.core.instrument.MeterRegistry> registry,
            Clock clock)
            throws IOException {
        var metrics = new CommitMetrics(registry.getIfAvailable());
        var place = fabric.place();
        var whileAway = new WhileAway(properties.directory(), fabric.api());
        var lakehouse = place.isPresent()
                ? Lakehouses.open(
                        place.get(),
                        properties.instance(),
                        fabric.pacing(),
                        whileAway,
                        properties.options(),
                        metrics,
                        clock)
                : Lakehouses.open(properties.directory(), properties.options(), metrics, clock);
        if (lakehouse.staleness().isEmpty()) {
            requireWhole(lakehouse);
        }
        registry.ifAvailable(meters -> StoreMetrics.register(lakehouse, meters));
        return lakehouse;
    }

    private static void requireWhole(OpenLakehouse lakehouse) throws IOException {
        try {
            StoreCopy.requireWhole(lakehouse.blobs());
        } catch (PortalException half) {
            lakehouse.close();
            throw half;
        }
    }

    @Bean
    BlobStore blobStore(OpenLakehouse lakehouse) {
        return lakehouse.blobs();
    }

    @Bean
    SqlEndpoint sqlEndpoint(FabricProperties fabric, Clock clock) {
        return fabric.sql()
                .<SqlEndpoint>map(place -> Lakehouses.sqlEndpoint(place, clock))
                .orElseGet(NoSqlEndpoint::new);
    }

    @Bean
    NoteDeliveryStart noteDeliveryStart(OpenLakehouse lakehouse) {
        return new NoteDeliveryStart(lakehouse);
    }
}
