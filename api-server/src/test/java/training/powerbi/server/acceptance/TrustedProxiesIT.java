package training.powerbi.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who a request came from when a proxy brought it.
class TrustedProxiesIT {
    @TempDir
    private Path data;

    private static int guess(RunningPortal portal, String sender) {
        return portal.send(HttpRequest.newBuilder(portal.address().resolve("/api/v1/auth/login"))
                        .header("Content-Type", "application/json")
                        .header("X-Forwarded-For", sender)
                        .POST(BodyPublishers.ofString("{\"email\":\"a@example.com\",\"password\":\"a wrong guess\"}"))
                        .build())
                .statusCode();
    }

    private static void useUp(RunningPortal portal, String sender) {
        for (int i = 0; i < 5; i++) {
            assertThat(guess(portal, sender)).isEqualTo(401);
        }
        assertThat(guess(portal, sender)).isEqualTo(429);
    }

    @Test
    void aTrustedProxysSendersAreToldApart() {
        try (var portal = RunningPortal.over(data, "portal.web.trusted-proxies=loopback")) {
            useUp(portal, "203.0.113.1");
            assertThat(guess(portal, "203.0.113.2")).isEqualTo(401);
            // What the sender wrote itself stands before what the proxy added.
            assertThat(guess(portal, "203.0.113.9, 203.0.113.1")).isEqualTo(429);
            // Azure's front ends add the port, which is another one for each connection.
            assertThat(guess(portal, "203.0.113.9, 203.0.113.1:50123")).isEqualTo(429);
            assertThat(guess(portal, "203.0.113.9, 203.0.113.1:50124")).isEqualTo(429);
        }
    }

    @Test
    void nobodyElsesWordIsTaken() {
        try (var portal = RunningPortal.over(data)) {
            useUp(portal, "203.0.113.1");
            assertThat(guess(portal, "203.0.113.2")).isEqualTo(429);
        }
    }
}
