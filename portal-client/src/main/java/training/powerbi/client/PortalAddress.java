package training.powerbi.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A portal's address as a person types it.
public final class PortalAddress {
    private static final Set<String> THIS_COMPUTER = Set.of("localhost", "127.0.0.1", "[::1]");

    private PortalAddress() {}

    /// The origin, with https unless it is this computer; empty when the text is none. Tokens travel there, so plain
    /// http to any other computer is refused.
    public static Optional<URI> parse(String typed) {
        var text = typed.strip();
        var bare = !text.contains("://");
        try {
            var address = new URI(bare ? "https://" + text : text);
            var host = address.getHost();
            if (host == null || host.isBlank() || address.getUserInfo() != null) {
                return Optional.empty();
            }
            var here = THIS_COMPUTER.contains(host.toLowerCase(Locale.ROOT));
            var scheme = bare && here ? "http" : address.getScheme().toLowerCase(Locale.ROOT);
            if (!scheme.equals("https") && !(scheme.equals("http") && here)) {
                return Optional.empty();
            }
            return Optional.of(new URI(scheme, null, host, address.getPort(), null, null, null));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
