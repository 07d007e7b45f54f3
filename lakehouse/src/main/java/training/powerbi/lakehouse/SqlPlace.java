package training.powerbi.lakehouse;

import java.net.URI;
import java.util.Optional;

/// Where the SQL endpoint of a lakehouse is.
///
/// @param lakehouse whose tables it shows; its identity is the portal's here too
/// @param database the lakehouse's name; asked of `api` when empty
/// @param api Fabric's REST
/// @param strict whether TLS comes before the first word (TDS 8) instead of after it
public record SqlPlace(
        OneLakePlace lakehouse, String host, int port, Optional<String> database, URI api, boolean strict) {
    /// Where Fabric's endpoints listen.
    public static final int PORT = 1433;

    /// Fabric's REST, wherever the capacity is.
    public static final URI API = URI.create("https://api.fabric.microsoft.com");
}
