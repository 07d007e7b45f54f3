package training.powerbi.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static training.powerbi.server.account.PortalUnderTest.ADMIN;
import static training.powerbi.server.account.PortalUnderTest.ADMIN_PASSWORD;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminResetIT {
    private static final Map<String, String> RESETTING =
            Map.of("portal.bootstrap.reset-admin", "true", "server.port", "-1");

    @TempDir
    Path data;

    @Test
    void theFirstAdminGetsANewFirstPassword() {
        PortalUnderTest.Reply before;
        try (var portal = PortalUnderTest.start(data, Map.of())) {
            before = portal.login(ADMIN, ADMIN_PASSWORD);
        }
        String shown;
        try (var portal = PortalUnderTest.start(data, RESETTING)) {
            assertThat(portal.console).hasSize(1);
            shown = portal.console.getFirst();
            assertThat(shown).contains(ADMIN);
        }
        var password = shown.replaceAll("(?s).*password: (\\S+).*", "$1");
        try (var portal = PortalUnderTest.start(data, Map.of())) {
            assertThat(portal.me(before.text("access_token")).status()).isEqualTo(401);
            assertThat(portal.refresh(before.text("refresh_token")).status()).isEqualTo(401);
            assertThat(portal.login(ADMIN, ADMIN_PASSWORD).status()).isEqualTo(401);
            var first = portal.login(ADMIN, password);
            assertThat(first.status()).isEqualTo(200);
            var token = first.text("access_token");
            assertThat(portal.graphQl(token, "{ trainingDays { title } }").code())
                    .isEqualTo("PASSWORD_CHANGE_REQUIRED");
            var changed = portal.post(
                    "/api/v1/auth/password",
                    token,
                    Map.of("currentPassword", password, "newPassword", "every tuesday at nine"));
            assertThat(changed.status()).isEqualTo(204);
            assertThat(portal.graphQl(token, "{ adminActions { edges { node { actionType adminId } } } }")
                            .raw()
                            .body())
                    .contains("\"reset_admin\"", "\"operator\"");
        }
    }

    @Test
    void aRunningServerKeepsItsDataToItself() {
        try (var portal = PortalUnderTest.start(data, Map.of())) {
            assertThatThrownBy(() -> PortalUnderTest.start(data, RESETTING))
                    .hasMessageContaining("Another portal server is using the data folder");
            assertThat(portal.login(ADMIN, ADMIN_PASSWORD).status()).isEqualTo(200);
        }
    }

    @Test
    void withoutAnAdminThereIsNothingToReset() {
        assertThatThrownBy(() -> PortalUnderTest.start(data, RESETTING))
                .hasMessageContaining("There is no admin in this data folder yet");
    }
}
