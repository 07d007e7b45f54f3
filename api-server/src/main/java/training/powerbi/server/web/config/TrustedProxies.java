package training.powerbi.server.web.config;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import training.powerbi.model.error.PortalException;

/// The value of TRUSTED_PROXIES: whose word is taken for where a request came from.
///
/// @param pattern of their addresses as the container writes them; empty for nobody
record TrustedProxies(String pattern) {
    private static final String LOOPBACK = "127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|0:0:0:0:0:0:0:1|::1";

    static TrustedProxies parse(String text) {
        return new TrustedProxies(Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(TrustedProxies::one)
                .collect(Collectors.joining("|")));
    }

    private static String one(String entry) {
        if (entry.equals("loopback")) {
            return LOOPBACK;
        }
        try {
            return Pattern.quote(InetAddress.ofLiteral(entry).getHostAddress());
        } catch (IllegalArgumentException e) {
            throw PortalException.badInput(
                    "TRUSTED_PROXIES",
                    "TRUSTED_PROXIES is a comma list of IP addresses, such as 10.0.0.5, or loopback for this machine.");
        }
    }
}
