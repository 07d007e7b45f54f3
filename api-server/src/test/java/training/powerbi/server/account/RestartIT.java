package training.powerbi.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static training.powerbi.server.account.PortalUnderTest.PASSWORD;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.server.account.PortalUnderTest.Reply;

class RestartIT {
    @TempDir
    Path data;

    @ParameterizedTest
    @ValueSource(strings = {"HS256", "ES256"})
    void sessionsAndAccessTokensSurvive(String algorithm) {
        var settings = Map.of("portal.token.algorithm", algorithm);
        Reply session;
        Reply gone;
        try (var portal = PortalUnderTest.start(data, settings)) {
            session = portal.register("ada@example.org");
            gone = portal.login("ada@example.org", PASSWORD);
            portal.post("/api/v1/auth/logout", gone.text("access_token"), Map.of());
        }
        try (var portal = PortalUnderTest.start(data, settings)) {
            assertThat(portal.me(session.text("access_token")).status()).isEqualTo(200);
            assertThat(portal.me(gone.text("access_token")).status()).isEqualTo(401);
            var next = portal.refresh(session.text("refresh_token"));
            assertThat(next.status()).isEqualTo(200);
        }
        // The answer was lost with the server: the same token goes on, until its successor was used.
        try (var portal = PortalUnderTest.start(data, settings)) {
            var next = portal.refresh(session.text("refresh_token"));
            assertThat(next.status()).isEqualTo(200);
            assertThat(portal.refresh(next.text("refresh_token")).status()).isEqualTo(200);
            assertThat(portal.refresh(session.text("refresh_token")).status()).isEqualTo(401);
        }
    }

    @Test
    void theFirstAdminIsMadeAndShownOnce() {
        var settings = Map.of("portal.bootstrap.admin-password", "");
        try (var portal = PortalUnderTest.start(data, settings)) {
            assertThat(portal.console).hasSize(1);
        }
        try (var portal = PortalUnderTest.start(data, settings)) {
            assertThat(portal.console).isEmpty();
        }
    }
}
