package training.powerbi.server.store;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import training.powerbi.lakehouse.StoreOptions;

/// Settings of the store; those but the first are told of at [StoreOptions].
///
/// @param directory the data folder; the tables are in `Tables` below it
/// @param instance which of several servers this is, see [InstanceName]
@ConfigurationProperties("portal.store")
record StoreProperties(
        @DefaultValue("portal-data") Path directory,
        @DefaultValue("1s") Duration pollInterval,
        @DefaultValue("7d") Duration logRetention,
        @DefaultValue("7d") Duration fileRetention,
        @DefaultValue("server") String instance) {

    StoreProperties {
        // Refused while settings are read, as every other setting is.
        var _ = new StoreOptions(pollInterval, logRetention, fileRetention);
    }

    StoreOptions options() {
        return new StoreOptions(pollInterval, logRetention, fileRetention);
    }
}
