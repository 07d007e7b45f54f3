package training.powerbi.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static training.powerbi.server.account.PortalUnderTest.ADMIN;
import static training.powerbi.server.account.PortalUnderTest.ADMIN_PASSWORD;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import training.powerbi.server.account.PortalUnderTest.Reply;
import training.powerbi.server.testing.GraphQlSocket;

@ExtendWith(OutputCaptureExtension.class)
class FirstStartIT {
    private static final Pattern SHOWN = Pattern.compile("password: (\\S+)");

    @Test
    void aMadeUpPasswordIsShownOnTheConsoleAndNotLogged(CapturedOutput log) {
        try (var portal = PortalUnderTest.start(Map.of("portal.bootstrap.admin-password", ""))) {
            var password = shown(portal);
            assertThat(portal.login(ADMIN, password).status()).isEqualTo(200);
            assertThat(log.getAll()).doesNotContain(password);
        }
    }

    @Test
    void aShownPasswordOpensNothingButItsOwnChange() {
        try (var portal = PortalUnderTest.start(Map.of("portal.bootstrap.admin-password", ""))) {
            var password = shown(portal);
            var session = portal.login(ADMIN, password);
            var token = session.text("access_token");
            assertThat(portal.me(token).status()).isEqualTo(200);
            assertThat(portal.graphQl(token, "{ me { role } }").code()).isEmpty();
            var rest = portal.get("/api/v1/nothing", token);
            assertThat(rest.status()).isEqualTo(403);
            assertThat(rest.code()).isEqualTo("PASSWORD_CHANGE_REQUIRED");
            for (var document : List.of(
                    "{ users { totalCount } }",
                    "{ courseOutline { title } }",
                    "mutation { createInvite { code } }",
                    "{ me { role } users { totalCount } }")) {
                assertThat(portal.graphQl(token, document).code()).isEqualTo("PASSWORD_CHANGE_REQUIRED");
            }
            var refreshed = portal.refresh(session.text("refresh_token"));
            assertThat(refreshed.status()).isEqualTo(200);
            assertThat(change(portal, token, password, "a password of my own").status())
                    .isEqualTo(204);
            assertThat(portal.get("/api/v1/nothing", token).status()).isEqualTo(404);
            assertThat(portal.graphQl(token, "{ users { totalCount } }").code()).isEmpty();
        }
    }

    @Test
    void aShownPasswordOpensNothingOverSocketsAndStreamsEither() {
        try (var portal = PortalUnderTest.start(Map.of("portal.bootstrap.admin-password", ""))) {
            var token = portal.login(ADMIN, shown(portal)).text("access_token");
            try (var socket = GraphQlSocket.signedIn(portal.address(), token)) {
                socket.subscribe("1", "subscription { dayUnlocked { dayNumber } }");
                assertThat(socket.next().toString()).contains("PASSWORD_CHANGE_REQUIRED");
            }
            try (var socket = GraphQlSocket.signedIn(portal.address(), token)) {
                socket.subscribe("1", "mutation { unlockDay(dayNumber: 1) { dayNumber } }");
                assertThat(socket.next().toString()).contains("PASSWORD_CHANGE_REQUIRED");
            }
            assertThat(portal.stream(token, "subscription { progressUpdated { dayNumber } }"))
                    .contains("PASSWORD_CHANGE_REQUIRED");
        }
    }

    @Test
    void aConfiguredPasswordIsNeitherShownNorToBeChanged() {
        try (var portal = PortalUnderTest.start()) {
            assertThat(portal.console).isEmpty();
            var token = portal.login(ADMIN, ADMIN_PASSWORD).text("access_token");
            assertThat(portal.get("/api/v1/nothing", token).status()).isEqualTo(404);
            assertThat(portal.login(ADMIN, "PowerBI2026Admin!").status()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "portal.token.secret-key, your-secret-key-here, SECRET_KEY",
        "portal.token.secret-key, too short, SECRET_KEY",
        "portal.bootstrap.admin-password, PowerBI2026Admin!, DEFAULT_ADMIN_PASSWORD",
        "portal.bootstrap.admin-password, password1, DEFAULT_ADMIN_PASSWORD",
        "portal.token.algorithm, none, JWT_ALGORITHM",
        "portal.registration.mode, maybe, REGISTRATION_MODE"
    })
    void anUnsafeSettingStopsTheStartWithASentence(String property, String value, String variable, CapturedOutput log) {
        assertThatThrownBy(() -> PortalUnderTest.start(Map.of(property, value)).close())
                .isNotNull();
        assertThat(log.getAll()).contains(variable).doesNotContain("\tat ");
    }

    @Test
    void everyAlgorithmAndAnOwnSecretSignPeopleIn() {
        for (var settings : List.of(
                Map.of("portal.token.algorithm", "ES256"),
                Map.of("portal.token.secret-key", "0123456789abcdef0123456789abcdef"),
                Map.of(
                        "portal.token.algorithm", "",
                        "portal.token.secret-key", "",
                        "portal.registration.mode", "",
                        "portal.bootstrap.admin-email", "",
                        "portal.entra.tenant-id", "",
                        "portal.entra.client-id", ""))) {
            try (var portal = PortalUnderTest.start(settings)) {
                assertThat(portal.me(portal.adminToken()).status()).isEqualTo(200);
                var published = portal.get("/.well-known/jwks.json", null);
                assertThat(published.status()).isEqualTo(200);
                assertThat(published.body().path("keys").size()).isEqualTo(settings.containsValue("ES256") ? 1 : 0);
            }
        }
    }

    private static String shown(PortalUnderTest portal) {
        assertThat(portal.console).hasSize(1);
        var match = SHOWN.matcher(portal.console.getFirst());
        assertThat(match.find()).isTrue();
        return match.group(1);
    }

    private static Reply change(PortalUnderTest portal, String token, String current, String wanted) {
        return portal.post("/api/v1/auth/password", token, Map.of("currentPassword", current, "newPassword", wanted));
    }
}
