package training.powerbi.server.store;

import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.OneLakePlace.WhileAway;
import training.powerbi.lakehouse.OpenLakehouse;
import training.powerbi.lakehouse.SqlEndpoint;
import training.powerbi.lakehouse.open.Lakehouses;
import training.powerbi.model.error.PortalException;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({StoreProperties.class, FabricProperties.class})
class LakehouseConfiguration {
    /// Folders of files that are still being uploaded: a mirror would copy them again and again, and for nothing.
    private static final Set<String> PASSING = Set.of("uploads", "staging");

    @Bean(destroyMethod = "close")
    OpenLakehouse lakehouse(
            StoreProperties properties,
            FabricProperties fabric,
            ObjectProvider<io.micrometer.core.instrument.MeterRegistry> registry,
            Clock clock)
            throws IOException {
        var metrics = new CommitMetrics(registry.getIfAvailable());
        var lakehouse = open(properties, fabric, metrics, clock);
        if (lakehouse.staleness().isEmpty()) {
            requireWhole(lakehouse);
            lakehouse.expect(ExpectedTables.NAMES);
        }
        registry.ifAvailable(meters -> {
            StoreMetrics.register(lakehouse, meters);
            if (kind(properties, fabric) != StoreKind.ONELAKE) {
                new DiskSpaceMetrics(properties.directory().toFile()).bindTo(meters);
            }
        });
        return lakehouse;
    }

    private static OpenLakehouse open(
            StoreProperties properties, FabricProperties fabric, CommitMetrics metrics, Clock clock)
            throws IOException {
        var place = fabric.place();
        var folder = properties.directory();
        var options = properties.options();
        return switch (kind(properties, fabric)) {
            case LOCAL -> Lakehouses.open(folder, options, metrics, clock);
            case ONELAKE ->
                Lakehouses.open(
                        place.orElseThrow(),
                        properties.instance(),
                        fabric.pacing(),
                        new WhileAway(folder, fabric.api()),
                        options,
                        metrics,
                        clock);
            case MIRROR -> Lakehouses.openMirrored(folder, place.orElseThrow(), PASSING, options, metrics, clock);
        };
    }

    private static StoreKind kind(StoreProperties properties, FabricProperties fabric) {
        return StoreKind.of(properties.kind(), fabric.place().isPresent());
    }

    private static void requireWhole(OpenLakehouse lakehouse) throws IOException {
        try {
            Lakehouses.requireWhole(lakehouse);
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
