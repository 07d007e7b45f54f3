package training.powerbi.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static training.powerbi.server.account.PortalUnderTest.ADMIN;
import static training.powerbi.server.account.PortalUnderTest.PASSWORD;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import training.powerbi.server.account.PortalUnderTest.Reply;
import training.powerbi.server.account.throttle.Places;

class PasswordResetIT {
    private static final String BETTER = "a much better one";
    private static PortalUnderTest portal;

    @BeforeAll
    static void start() {
        portal = PortalUnderTest.start(Map.of("portal.web.public-url", "https://course.example.org/portal/"));
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @BeforeEach
    void forgetFailures() {
        portal.clock.forward(Duration.ofMinutes(2));
    }

    private static Reply asked(String token, String userId) {
        return portal.graphQl(
                token, "mutation { createPasswordReset(userId: \"%s\") { code expiresAt } }".formatted(userId));
    }

    private static String code(Reply account) {
        return asked(portal.adminToken(), userId(account))
                .data("createPasswordReset")
                .path("code")
                .asString();
    }

    private static String userId(Reply account) {
        return account.body().path("user").path("userId").asString();
    }

    private static Reply redeem(String email, String code, String newPassword) {
        return portal.post(
                "/api/v1/auth/reset", null, Map.of("email", email, "code", code, "newPassword", newPassword));
    }

    @Test
    void aCodeBringsANewPasswordAndEndsWhatTheOldOneOpened() {
        var before = portal.register("forgot@example.org");
        var code = code(before);
        var reply = redeem(
                " Forgot@example.org", code.toLowerCase(java.util.Locale.ROOT).replace("-", " "), BETTER);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("token_type")).isEqualTo("Bearer");
        assertThat(portal.me(reply.text("access_token")).status()).isEqualTo(200);
        assertThat(portal.refresh(reply.text("refresh_token")).status()).isEqualTo(200);
        assertThat(portal.me(before.text("access_token")).status()).isEqualTo(401);
        assertThat(portal.refresh(before.text("refresh_token")).status()).isEqualTo(401);
        assertThat(portal.login("forgot@example.org", PASSWORD).status()).isEqualTo(401);
        assertThat(portal.login("forgot@example.org", BETTER).status()).isEqualTo(200);
        assertThat(portal.audit()).contains("create_password_reset");
        assertThat(portal.auditMetadata()).noneMatch(metadata -> metadata.contains(code));
    }

    @Test
    void aUsedCodeIsForgottenAndThePlaceIsKnownFromThenOn() {
        var account = portal.register("place@example.org");
        var userId = userId(account);
        assertThat(redeem("place@example.org", code(account), BETTER).status()).isEqualTo(200);
        await().untilAsserted(() ->
                assertThat(portal.resets().snapshot().find(userId)).isEmpty());
        assertThat(portal.bean(Places.class).isFamiliar("place@example.org", "127.0.0.1"))
                .isTrue();
    }

    @Test
    void anAddressOfInsaneLengthIsAnUnknownOne() {
        var endless = "x".repeat(20_000) + "@example.org";
        var unknown = redeem("unknown@example.org", "0000-0000-0000-0000", BETTER);
        assertThat(redeem(endless, "0000-0000-0000-0000", BETTER).raw().body())
                .isEqualTo(unknown.raw().body());
        assertThat(portal.login(endless, PASSWORD).raw().body())
                .isEqualTo(portal.login("unknown@example.org", PASSWORD).raw().body());
    }

    @Test
    void aCodeWorksOnceEvenWhenManyTryAtOnce() {
        var code = code(portal.register("once@example.org"));
        var tries = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> redeem("once@example.org", code, BETTER + i),
                        task -> Thread.ofVirtual().start(task)))
                .toList();
        assertThat(tries.stream().map(CompletableFuture::join))
                .filteredOn(reply -> reply.status() == 200)
                .hasSize(1);
        assertThat(redeem("once@example.org", code, BETTER).code()).isEqualTo("INVALID_CREDENTIALS");
    }

    @Test
    void aDismissedTrainersCodesOpenNothing() {
        for (var dismissal :
                List.of("setUserRole(userId: \"%s\", role: STUDENT)", "setUserActive(userId: \"%s\", active: false)")) {
            int round = dismissal.length();
            var trainer = portal.register("fired" + round + "@example.org");
            var victim = portal.register("colleague" + round + "@example.org");
            for (var account : List.of(trainer, victim)) {
                change("setUserRole(userId: \"%s\", role: ADMIN)".formatted(userId(account)));
            }
            var code = asked(trainer.text("access_token"), userId(victim))
                    .data("createPasswordReset")
                    .path("code")
                    .asString();
            assertThat(code).isNotEmpty();

            change(dismissal.formatted(userId(trainer)));

            assertThat(redeem("colleague" + round + "@example.org", code, BETTER)
                            .code())
                    .isEqualTo("INVALID_CREDENTIALS");
            assertThat(portal.login("colleague" + round + "@example.org", PASSWORD)
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aReinstatedTrainersOldCodesStayClosed() {
        var trainer = portal.register("back@example.org");
        var victim = portal.register("locked-out@example.org");
        var role = "setUserRole(userId: \"" + userId(trainer) + "\", role: %s)";
        var active = "setUserActive(userId: \"" + userId(trainer) + "\", active: %s)";
        for (var dismissal : List.of(
                List.of(role.formatted("STUDENT"), role.formatted("ADMIN")),
                List.of(active.formatted(false), active.formatted(true)))) {
            change(role.formatted("ADMIN"));
            portal.clock.forward(Duration.ofMinutes(2));
            var code = asked(portal.login("back@example.org", PASSWORD).text("access_token"), userId(victim))
                    .data("createPasswordReset")
                    .path("code")
                    .asString();
            dismissal.forEach(PasswordResetIT::change);
            var old = redeem("locked-out@example.org", code, BETTER);
            assertThat(old.code()).isEqualTo("INVALID_CREDENTIALS");
            assertThat(old.text("detail")).contains("no trainer any more");
            change(role.formatted("STUDENT"));
        }
        change(role.formatted("ADMIN"));
        var fresh = asked(portal.login("back@example.org", PASSWORD).text("access_token"), userId(victim))
                .data("createPasswordReset")
                .path("code")
                .asString();
        assertThat(redeem("locked-out@example.org", fresh, BETTER).status()).isEqualTo(200);
    }

    @Test
    void aDisabledAccountsCodeIsRefusedTruly() {
        var account = portal.register("shut@example.org");
        var code = code(account);
        change("setUserActive(userId: \"%s\", active: false)".formatted(userId(account)));
        assertThat(redeem("shut@example.org", code, BETTER).text("detail")).contains("the account was disabled");
    }

    private static void change(String mutation) {
        assertThat(portal.graphQl(portal.adminToken(), "mutation { " + mutation + " { userId } }")
                        .code())
                .isEmpty();
    }

    @Test
    void aCodeEndsAfterADayAndWithTheNextOne() {
        var account = portal.register("day@example.org");
        var replaced = code(account);
        var late = code(account);
        assertThat(redeem("day@example.org", replaced, BETTER).status()).isEqualTo(401);
        portal.clock.forward(Duration.ofHours(24));
        assertThat(redeem("day@example.org", late, BETTER).status()).isEqualTo(401);
        assertThat(portal.login("day@example.org", PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aCodeDiesWithTheNextPasswordAndWithTheAccount() {
        var account = portal.register("dies@example.org");
        var code = code(account);
        portal.post(
                "/api/v1/auth/password",
                account.text("access_token"),
                Map.of("currentPassword", PASSWORD, "newPassword", "changed by themself"));
        assertThat(redeem("dies@example.org", code, BETTER).status()).isEqualTo(401);
        var second = code(account);
        var admin = portal.adminToken();
        var active = "mutation { setUserActive(userId: \"%s\", active: %s) { isActive } }";
        portal.graphQl(admin, active.formatted(userId(account), false));
        assertThat(redeem("dies@example.org", second, BETTER).status()).isEqualTo(401);
        assertThat(asked(admin, userId(account)).code()).isEqualTo("BAD_USER_INPUT");
        portal.graphQl(admin, active.formatted(userId(account), true));
        assertThat(redeem("dies@example.org", second, BETTER).status()).isEqualTo(401);
    }

    @Test
    void aWrongCodeAndAnUnknownAddressLookTheSameAndAreCounted() {
        code(portal.register("guessed@example.org"));
        var wrong = redeem("guessed@example.org", "0000-0000-0000-0000", BETTER);
        var unknown = redeem("unknown@example.org", "0000-0000-0000-0000", BETTER);
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.raw().body()).isEqualTo(unknown.raw().body());
        IntStream.range(0, 4).forEach(i -> redeem("guessed@example.org", "0000", BETTER));
        assertThat(redeem("guessed@example.org", "0000", BETTER).status()).isEqualTo(429);
    }

    @Test
    void aWeakPasswordKeepsTheCode() {
        var code = code(portal.register("weak@example.org"));
        var weak = redeem("weak@example.org", code, "password");
        assertThat(weak.code()).isEqualTo("BAD_USER_INPUT");
        assertThat(weak.text("field")).isEqualTo("newPassword");
        assertThat(redeem("weak@example.org", code, BETTER).status()).isEqualTo(200);
    }

    @Test
    void onlyAdminsHandOutCodesAndOnlyForPeopleThereAre() {
        var student = portal.register("curious@example.org");
        assertThat(asked(student.text("access_token"), userId(student)).code()).isEqualTo("ACCESS_DENIED");
        assertThat(asked(portal.adminToken(), "nobody").code()).isEqualTo("USER_NOT_FOUND");
    }

    @Test
    void aDisabledAccountIsToldSoByTheRightPasswordOnly() {
        var account = portal.register("disabled@example.org");
        portal.graphQl(
                portal.adminToken(),
                "mutation { setUserActive(userId: \"%s\", active: false) { isActive } }".formatted(userId(account)));
        var right = portal.login("disabled@example.org", PASSWORD);
        assertThat(right.status()).isEqualTo(403);
        assertThat(right.code()).isEqualTo("ACCESS_DENIED");
        assertThat(right.text("detail")).contains("ask your trainer");
        var wrong = portal.login("disabled@example.org", "not the password");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.raw().body())
                .isEqualTo(portal.login("nobody@example.org", "not the password")
                        .raw()
                        .body());
    }

    @Test
    void theAddressForLinksIsPublished() {
        assertThat(portal.get("/api/v1/config", null).text("publicUrl")).isEqualTo("https://course.example.org/portal");
        assertThat(portal.login(ADMIN, "wrong password").status()).isEqualTo(401);
    }
}
