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
import training.powerbi.lakehouse.open.Lakehouses;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({StoreProperties.class, FabricProperties.class})
class LakehouseConfiguration {
    private static final String WITHOUT_ENDPOINT =
            "This portal has no SQL endpoint to read reports from. With the tables in a lakehouse in Fabric, set"
                    + " FABRIC_SQL_ENDPOINT on the server to the host of its SQL connection string.";

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
        return place.isPresent()
                ? Lakehouses.open(place.get(), fabric.pacing(), whileAway, properties.options(), metrics, clock)
                : Lakehouses.open(properties.directory(), properties.options(), metrics, clock);
    }

    @Bean
    BlobStore blobStore(OpenLakehouse lakehouse) {
        return lakehouse.blobs();
    }

    @Bean
    SqlEndpoint sqlEndpoint(FabricProperties fabric, Clock clock) {
        return fabric.sql().map(place -> Lakehouses.sqlEndpoint(place, clock)).orElse((_, _) -> {
            throw new PortalException(ErrorCode.NOT_FOUND, WITHOUT_ENDPOINT);
        });
    }

    @Bean
    NoteDeliveryStart noteDeliveryStart(OpenLakehouse lakehouse) {
        return new NoteDeliveryStart(lakehouse);
    }
}
