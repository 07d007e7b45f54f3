package training.powerbi.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who comes through a proxy is who the proxy says, if the operator trusts it, and nobody else's word counts.
class ProxyIT {
    private static final String STRANGER = "203.0.113.1";
    private static final String NEIGHBOUR = "203.0.113.2";

    @TempDir
    private Path data;

    @Test
    void clientsOfATrustedProxyDoNotShareTheirFailures() {
        try (var portal = RunningPortal.over(data, "portal.web.trusted-proxies=loopback")) {
            exhaust(portal);
            assertThat(wrong(portal, NEIGHBOUR)).isEqualTo(401);
        }
    }

    @Test
    void theWordOfAnyoneElseIsNotTaken() {
        try (var portal = RunningPortal.over(data)) {
            exhaust(portal);
            assertThat(wrong(portal, NEIGHBOUR)).isEqualTo(429);
        }
    }

    private static void exhaust(RunningPortal portal) {
        for (int guess = 0; guess < 5; guess++) {
            assertThat(wrong(portal, STRANGER)).isEqualTo(401);
        }
        assertThat(wrong(portal, STRANGER)).isEqualTo(429);
    }

    private static int wrong(RunningPortal portal, String client) {
        return portal.send(HttpRequest.newBuilder(portal.address().resolve("/api/v1/auth/login"))
                        .header("Content-Type", "application/json")
                        .header("X-Forwarded-For", client)
                        .POST(BodyPublishers.ofString(
                                "{\"email\":\"" + RunningPortal.ADMIN_EMAIL + "\",\"password\":\"wrong password\"}"))
                        .build())
                .statusCode();
    }
}
