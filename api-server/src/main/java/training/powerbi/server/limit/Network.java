package training.powerbi.server.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/// What counts as one network address.
public final class Network {
    private static final int SITE_BYTES = 8;

    private Network() {}

    /// An IPv4 address, or the /64 network of an IPv6 address: one subscriber owns all of its 2^64 addresses.
    public static String of(String address) {
        try {
            var ip = InetAddress.ofLiteral(address);
            return ip instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(ip.getAddress(), SITE_BYTES))
                    : ip.getHostAddress();
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
