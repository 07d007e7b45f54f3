package training.powerbi.server.web.config;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import training.powerbi.model.error.PortalException;

/// The value of TRUSTED_PROXIES: whose word is taken for where a request came from. An App Service's front end comes
/// from an address of the link, which no router passes on.
///
/// @param pattern of their addresses as the container writes them; empty for nobody
record TrustedProxies(String pattern) {
    private static final String LINK_LOCAL = "169\\.254\\.\\d{1,3}\\.\\d{1,3}";
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
        if (entry.equals("link-local")) {
            return LINK_LOCAL;
        }
        try {
            return Pattern.quote(InetAddress.ofLiteral(entry).getHostAddress());
        } catch (IllegalArgumentException e) {
            throw PortalException.badInput(
                    "TRUSTED_PROXIES",
                    "TRUSTED_PROXIES is a comma list of IP addresses, such as 10.0.0.5, loopback for this"
                            + " machine, or link-local for the front end of an App Service.");
        }
    }
}
