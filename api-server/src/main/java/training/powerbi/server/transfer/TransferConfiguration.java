package training.powerbi.server.transfer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import training.powerbi.lakehouse.BlobStore;

@Configuration(proxyBeanMethods = false)
class TransferConfiguration {

    @Bean
    FileSpace fileSpace(BlobStore blobs, TransferProperties settings) {
        return new FileSpace(blobs, settings.maxUploadBytes(), settings.spareBytes());
    }

    @Bean
    Retention retention(TransferProperties settings) {
        return new Retention(settings.uploadLife(), settings.grace());
    }
}
