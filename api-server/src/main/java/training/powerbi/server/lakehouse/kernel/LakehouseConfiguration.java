package training.powerbi.server.lakehouse.kernel;

import java.io.IOException;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import training.powerbi.server.lakehouse.BlobStore;
import training.powerbi.server.lakehouse.fileio.LocalBlobStore;
import training.powerbi.server.lakehouse.fileio.LocalFileIO;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreProperties.class)
class LakehouseConfiguration {

    @Bean(destroyMethod = "close")
    KernelLakehouse lakehouse(
            StoreProperties properties,
            ObjectProvider<io.micrometer.core.instrument.MeterRegistry> registry,
            Clock clock)
            throws IOException {
        return new KernelLakehouse(properties, new LocalFileIO(), new CommitMetrics(registry.getIfAvailable()), clock);
    }

    /// Behind the lakehouse, which takes the folder for this process.
    @Bean
    BlobStore blobStore(StoreProperties properties, KernelLakehouse owner) throws IOException {
        return new LocalBlobStore(properties.directory().resolve("Files"));
    }

    @Bean
    NoteDeliveryStart noteDeliveryStart(KernelLakehouse lakehouse) {
        return new NoteDeliveryStart(lakehouse);
    }
}
