package training.powerbi.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static training.powerbi.server.account.PortalUnderTest.PASSWORD;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import training.powerbi.server.account.PortalUnderTest.Reply;

class RegistrationModeIT {

    @Test
    void aClosedPortalTakesNobody() {
        try (var portal = PortalUnderTest.start(Map.of("portal.registration.mode", "closed"))) {
            assertThat(portal.register("ada@example.org").code()).isEqualTo("REGISTRATION_CLOSED");
            assertThat(portal.bean(SignInOptions.class).registrationMode()).isEqualTo("closed");
        }
    }

    @Test
    void anInviteAdmitsAsManyAsItSaysHoweverTheyCome() {
        try (var portal = inviting()) {
            var admin = portal.adminToken();
            var invite = portal.graphQl(admin, "mutation { createInvite(maxUses: 3) { code maxUses uses expiresAt } }")
                    .data("createInvite");
            var code = invite.path("code").asString();
            assertThat(code).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
            assertThat(portal.register("none@example.org").code()).isEqualTo("REGISTRATION_CLOSED");
            assertThat(register(portal, "wrong@example.org", "ABCD-EFGH-JKMN-PQRS")
                            .code())
                    .isEqualTo("REGISTRATION_CLOSED");
            var replies = IntStream.range(0, 6)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> register(
                            portal,
                            "s" + i + "@example.org",
                            code.toLowerCase(Locale.ROOT).replace('-', ' '))))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(3);
            assertThat(replies).filteredOn(reply -> reply.status() == 403).hasSize(3);
            assertThat(portal.audit()).containsExactly("create_invite");
            assertThat(portal.auditMetadata().toString()).doesNotContain(code);
        }
    }

    @Test
    void aRevokedOrExpiredInviteAdmitsNobody() {
        try (var portal = inviting()) {
            var admin = portal.adminToken();
            var revoked = invite(portal, admin, "maxUses: 5");
            var document = "mutation { revokeInvite(code: \"%s\") }".formatted(revoked);
            assertThat(portal.graphQl(admin, document).data("revokeInvite").asBoolean())
                    .isTrue();
            assertThat(portal.graphQl(admin, document).data("revokeInvite").asBoolean())
                    .isFalse();
            assertThat(register(portal, "a@example.org", revoked).code()).isEqualTo("REGISTRATION_CLOSED");
            var end = portal.clock.instant().plus(Duration.ofHours(1));
            var expiring = invite(portal, admin, "expiresAt: \"%s\"".formatted(end));
            portal.clock.forward(Duration.ofMinutes(20));
            assertThat(register(portal, "b@example.org", expiring).status()).isEqualTo(201);
            var second = invite(portal, admin, "expiresAt: \"%s\"".formatted(end));
            portal.clock.forward(Duration.ofMinutes(41));
            assertThat(register(portal, "c@example.org", second).code()).isEqualTo("REGISTRATION_CLOSED");
            assertThat(portal.audit())
                    .containsExactly("create_invite", "revoke_invite", "create_invite", "create_invite");
        }
    }

    @Test
    void aDismissedTrainersInvitesAdmitNobodyNotEvenAfterTheReturn() {
        try (var portal = inviting()) {
            var admin = portal.adminToken();
            var guest = register(portal, "guest@example.org", invite(portal, admin, "maxUses: 1"))
                    .body()
                    .path("user")
                    .path("userId")
                    .asString();
            var role = "mutation { setUserRole(userId: \"" + guest + "\", role: %s) { userId } }";
            var active = "mutation { setUserActive(userId: \"" + guest + "\", active: %s) { userId } }";
            portal.graphQl(admin, role.formatted("ADMIN"));
            var first = invite(portal, token(portal), "maxUses: 9");
            assertThat(register(portal, "before@example.org", first).status()).isEqualTo(201);

            portal.graphQl(admin, active.formatted(false));
            assertThat(register(portal, "a@example.org", first).code()).isEqualTo("REGISTRATION_CLOSED");
            portal.graphQl(admin, active.formatted(true));
            assertThat(register(portal, "b@example.org", first).code()).isEqualTo("REGISTRATION_CLOSED");

            var second = invite(portal, token(portal), "maxUses: 9");
            assertThat(register(portal, "c@example.org", second).status()).isEqualTo(201);
            portal.graphQl(admin, role.formatted("STUDENT"));
            assertThat(register(portal, "d@example.org", second).code()).isEqualTo("REGISTRATION_CLOSED");
            portal.graphQl(admin, role.formatted("ADMIN"));
            assertThat(register(portal, "e@example.org", second).code()).isEqualTo("REGISTRATION_CLOSED");

            var revoked = portal.graphQl(admin, "mutation { revokeInvite(code: \"%s\") }".formatted(second));
            assertThat(revoked.data("revokeInvite").asBoolean()).isTrue();
        }
    }

    private static String token(PortalUnderTest portal) {
        return portal.login("guest@example.org", PASSWORD).text("access_token");
    }

    @Test
    void anInviteHasBounds() {
        try (var portal = inviting()) {
            var admin = portal.adminToken();
            for (var arguments : List.of("maxUses: 0", "maxUses: 10001", "expiresAt: \"2020-01-01T00:00:00Z\"")) {
                assertThat(portal.graphQl(admin, "mutation { createInvite(%s) { code } }".formatted(arguments))
                                .code())
                        .isEqualTo("BAD_USER_INPUT");
            }
        }
    }

    @Test
    void withoutASettingOnlyThisMachineMayRegister() {
        assertThat(RegistrationMode.defaultFor("127.0.0.1")).isEqualTo(RegistrationMode.OPEN);
        assertThat(RegistrationMode.defaultFor("localhost")).isEqualTo(RegistrationMode.OPEN);
        assertThat(RegistrationMode.defaultFor("::1")).isEqualTo(RegistrationMode.OPEN);
        assertThat(RegistrationMode.defaultFor("0.0.0.0")).isEqualTo(RegistrationMode.INVITE);
        assertThat(RegistrationMode.defaultFor("192.168.1.7")).isEqualTo(RegistrationMode.INVITE);
        assertThat(RegistrationMode.defaultFor("")).isEqualTo(RegistrationMode.INVITE);
    }

    @Test
    void whoeverIsErasedGivesNoUseBack() {
        try (var portal = inviting()) {
            var admin = portal.adminToken();
            var code = invite(portal, admin, "maxUses: 2");
            for (var email : List.of("first@example.org", "second@example.org")) {
                var user =
                        register(portal, email, code).body().at("/user/userId").asString();
                var erase = "mutation { eraseUser(userId: \"%s\", confirmEmail: \"%s\") { userId } }"
                        .formatted(user, email);
                for (var time = 0; time < 2; time++) {
                    assertThat(portal.graphQl(admin, erase)
                                    .data("eraseUser")
                                    .path("userId")
                                    .asString())
                            .isEqualTo(user);
                }
            }
            assertThat(register(portal, "third@example.org", code).code()).isEqualTo("REGISTRATION_CLOSED");
        }
    }

    private static PortalUnderTest inviting() {
        return PortalUnderTest.start(Map.of("portal.registration.mode", "invite"));
    }

    private static String invite(PortalUnderTest portal, String admin, String arguments) {
        return portal.graphQl(admin, "mutation { createInvite(%s) { code } }".formatted(arguments))
                .data("createInvite")
                .path("code")
                .asString();
    }

    private static Reply register(PortalUnderTest portal, String email, String code) {
        return portal.post(
                "/api/v1/auth/register", null, Map.of("email", email, "password", PASSWORD, "inviteCode", code));
    }
}
