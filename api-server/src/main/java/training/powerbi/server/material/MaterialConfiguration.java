package training.powerbi.server.material;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.server.account.Standing;
import training.powerbi.server.limit.UploadCount;
import training.powerbi.server.material.deck.DeckLimits;
import training.powerbi.server.material.deck.DeckStore;
import training.powerbi.server.transfer.FileSpace;
import training.powerbi.server.transfer.Pacing;

@Configuration(proxyBeanMethods = false)
class MaterialConfiguration {

    @Bean
    DeltaTable<String, ResourceRow> resources(Lakehouse lakehouse) {
        return lakehouse.table(ResourceRow.DEFINITION);
    }

    @Bean
    DeckStore deckStore(BlobStore blobs) {
        return new DeckStore(blobs, DeckLimits.USUAL);
    }

    @Bean
    Staging staging(BlobStore blobs, FileSpace space, Pacing pacing, Standing standing, UploadCount count) {
        return new Staging(blobs, space, pacing, standing, count);
    }
}
