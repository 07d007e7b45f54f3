package training.powerbi.server.web.socket;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How many sockets may be open that have not signed in.
///
/// @param socketsSigningInPerAddress a class sits behind one address and comes back at once
@ConfigurationProperties("portal.limits")
record SocketProperties(
        @DefaultValue("1000") int socketsSigningIn,
        @DefaultValue("200") int socketsSigningInPerAddress) {

    SocketProperties {
        if (socketsSigningIn < 1 || socketsSigningInPerAddress < 1) {
            throw new IllegalArgumentException("sockets-signing-in and sockets-signing-in-per-address are 1 or more");
        }
    }
}
