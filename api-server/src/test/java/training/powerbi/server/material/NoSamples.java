package training.powerbi.server.material;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.server.curriculum.Presentations;

/// Not a scanned configuration: the server as it was before the course came with slides and files.
public class NoSamples {

    @Bean
    @Primary
    SampleUpgrade nothingToAdd(
            SampleContent sample,
            Presentations presentations,
            DeltaTable<String, ResourceRow> resources,
            ResourceFiles files,
            BlobStore blobs,
            Clock clock) {
        return new SampleUpgrade(sample, presentations, resources, files, blobs, clock) {
            @Override
            void run() {
                // Does what the older server did.
            }
        };
    }
}
