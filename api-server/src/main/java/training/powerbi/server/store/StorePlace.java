package training.powerbi.server.store;

import java.nio.file.Path;
import java.util.Optional;
import training.powerbi.lakehouse.OneLakePlace;

/// Where the settings say the store is, for whoever works on it without opening it.
///
/// @param folder of this machine; it holds the store unless there is a lakehouse
/// @param lakehouse in Fabric, if the store is there
public record StorePlace(Path folder, Optional<OneLakePlace> lakehouse) {
    /// A property that is true when the store is looked after and not opened: a server may be at work in it.
    public static final String LOOKED_AFTER = "portal.store.looked-after";
}
