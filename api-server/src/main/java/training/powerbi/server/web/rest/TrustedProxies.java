package training.powerbi.server.web.rest;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.valves.RemoteIpValve;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// The proxies whose word the portal takes for who a client is and whether it came over TLS. Without them all who come
/// through one would be one address, and share what one address may do; with a word taken from anyone, everybody could
/// be anybody.
final class TrustedProxies {
    private static final String LOOPBACK = "loopback";
    private static final String LOOPBACK_ADDRESSES = "127(?:\\.\\d{1,3}){3}|::1|0:0:0:0:0:0:0:1";

    private TrustedProxies() {}

    /// @param listed addresses, or `loopback`, with commas between
    static RemoteIpValve valve(String listed) {
        RemoteIpValve valve = new RemoteIpValve();
        valve.setInternalProxies(Arrays.stream(listed.split(",", -1))
                .map(String::strip)
                .map(TrustedProxies::pattern)
                .collect(Collectors.joining("|")));
        valve.setProtocolHeader("X-Forwarded-Proto");
        return valve;
    }

    private static String pattern(String proxy) {
        if (LOOPBACK.equals(proxy)) {
            return LOOPBACK_ADDRESSES;
        }
        try {
            return Pattern.quote(InetAddress.ofLiteral(proxy).getHostAddress());
        } catch (IllegalArgumentException e) {
            throw new PortalException(
                    ErrorCode.BAD_USER_INPUT,
                    "TRUSTED_PROXIES lists addresses, or loopback, with commas between; " + proxy + " is neither.",
                    e);
        }
    }
}
