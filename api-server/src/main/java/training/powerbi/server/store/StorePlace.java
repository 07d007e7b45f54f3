package training.powerbi.server.store;

import java.nio.file.Path;
import java.util.Optional;
import training.powerbi.lakehouse.OneLakePlace;

/// Where the settings say the store is, for whoever works on it without opening it.
///
/// @param folder of this machine; it holds the store unless there is a lakehouse
/// @param lakehouse in Fabric, if the store is there
/// @param named the lakehouse that the settings name, whether the store is there or not
/// @param instance which of several servers this is
public record StorePlace(Path folder, Optional<OneLakePlace> lakehouse, Optional<OneLakePlace> named, String instance) {
    /// A property that is true when the store is looked after and not opened: a server may be at work in it.
    public static final String LOOKED_AFTER = "portal.store.looked-after";
}
