package training.powerbi.server.web.config;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import training.powerbi.server.web.PublicAddress;

/// Says where the portal is once it answers.
@Component
final class PortalAddress {
    private static final Logger LOG = LoggerFactory.getLogger(PortalAddress.class);

    private final PublicAddress address;

    PortalAddress(PublicAddress address) {
        this.address = address;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof ServletWebServerApplicationContext context
                && context.getWebServer() != null
                && context.getWebServer().getPort() > 0) {
            LOG.info("Portal ready at {}", address.listeningUrl());
        }
    }
}
