package training.powerbi.server.web.config;

import java.net.InetAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Says where the portal is once it answers.
@Component
final class PortalAddress {
    private static final Logger LOG = LoggerFactory.getLogger(PortalAddress.class);

    private final InetAddress address;
    private final boolean tls;

    PortalAddress(@Value("${server.address}") InetAddress address, @Value("${server.ssl.enabled:false}") boolean tls) {
        this.address = address;
        this.tls = tls;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof ServletWebServerApplicationContext context
                && context.getWebServer() != null) {
            LOG.info("Portal ready at {}", url(context.getWebServer().getPort()));
        }
    }

    private String url(int port) {
        String host = address.isAnyLocalAddress() ? "localhost" : address.getHostAddress();
        String literal = host.contains(":") ? "[" + host + "]" : host;
        return (tls ? "https://" : "http://") + literal + ":" + port;
    }
}
