package training.powerbi.server.recording.address;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// Links in mails that went through Proofpoint, which writes the address in letters of its own.
final class ProofpointLink {
    private static final Pattern THIRD = Pattern.compile("/v3/__(https?:.*?)__;.*");

    private ProofpointLink() {}

    /// What the address leads to; empty where it is another one, or has letters that only Proofpoint can put back.
    static Optional<String> inside(String host, URI uri) {
        boolean here = host.equals("urldefense.com")
                || host.equals("urldefense.us")
                || host.equals("urldefense.proofpoint.com");
        var path = uri.getRawPath() == null ? "" : uri.getRawPath();
        if (here && path.startsWith("/v2/")) {
            return LinkQuery.value(uri, "u").flatMap(ProofpointLink::second);
        }
        // What looks like a query may belong to the address inside.
        var whole = path + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        var third = THIRD.matcher(whole);
        return here && third.matches()
                ? Optional.of(third.group(1)).filter(address -> address.indexOf('*') < 0)
                : Optional.empty();
    }

    private static Optional<String> second(String written) {
        try {
            var address = written.replace('-', '%').replace('_', '/');
            return Optional.of(URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
