package training.powerbi.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static training.powerbi.server.account.PortalUnderTest.ADMIN;
import static training.powerbi.server.account.PortalUnderTest.ADMIN_PASSWORD;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.server.account.PortalUnderTest.Reply;
import training.powerbi.server.testing.GraphQlSocket;

class SignInIT {
    private static PortalUnderTest portal;

    @BeforeAll
    static void start() {
        portal = PortalUnderTest.start();
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @BeforeEach
    void forgetFailures() {
        portal.clock.forward(Duration.ofMinutes(2));
    }

    /// Behind a proxy the address the server listens on leads nowhere.
    @Test
    void noAddressForLinksIsPublishedUnlessTheOperatorSaysIt() {
        assertThat(portal.get("/api/v1/config", null).body().hasNonNull("publicUrl"))
                .isFalse();
    }

    @Test
    void aStudentRegistersAndIsSignedIn() {
        var reply = portal.post(
                "/api/v1/auth/register",
                null,
                Map.of("email", " Ada@Example.ORG ", "password", PASSWORD, "displayName", "Ada"));
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.text("token_type")).isEqualTo("Bearer");
        assertThat(reply.body().path("expires_in").asInt()).isEqualTo(1800);
        var user = portal.me(reply.text("access_token")).body();
        assertThat(user).isEqualTo(reply.body().path("user"));
        assertThat(user.propertyNames())
                .containsExactlyInAnyOrder(
                        "userId", "email", "displayName", "role", "createdAt", "lastLogin", "isActive", "cohortId");
        assertThat(user.path("email").asString()).isEqualTo("ada@example.org");
        assertThat(user.path("role").asString()).isEqualTo("STUDENT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"role", "isAdmin", "admin", "userId", "createdAt"})
    void registrationGivesNoRightsAway(String field) {
        var body = Map.of("email", "mallory@example.org", "password", PASSWORD, field, "ADMIN");
        assertThat(portal.post("/api/v1/auth/register", null, body).status()).isEqualTo(400);
        assertThat(portal.login("mallory@example.org", PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void anEmailRegistersOnce() {
        portal.register("twice@example.org");
        var second = portal.register("TWICE@example.org");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("EMAIL_TAKEN");
    }

    @Test
    void racingRegistrationsOfOneEmailMakeOneAccount() {
        var replies = together(8, i -> portal.register("race@example.org"));
        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
        assertThat(replies).filteredOn(reply -> reply.status() == 409).hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "a@b@c", "a b@c", "x@", "@x", "\"q\"@x.org"})
    void anEmailLooksLikeOne(String email) {
        assertThat(portal.register(email).code()).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void loginWithTheRightPasswordIsNotedOnTheAccount() {
        portal.register("login@example.org");
        portal.clock.forward(Duration.ofHours(1));
        var reply = portal.login("LOGIN@example.org ", PASSWORD);
        assertThat(reply.status()).isEqualTo(200);
        var user = portal.me(reply.text("access_token")).body();
        assertThat(user.path("lastLogin").asString())
                .isGreaterThan(user.path("createdAt").asString());
    }

    @Test
    void aWrongPasswordAndAnUnknownEmailLookTheSame() {
        portal.register("same@example.org");
        var wrong = portal.login("same@example.org", "not the password");
        var unknown = portal.login("unknown@example.org", "not the password");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(wrong.code()).isEqualTo("INVALID_CREDENTIALS");
        assertThat(wrong.raw().body()).isEqualTo(unknown.raw().body());
    }

    @Test
    void theSixthWrongPasswordInAMinuteWaitsAndSoDoesTheRightOne() {
        portal.register("guess@example.org");
        for (int i = 0; i < 5; i++) {
            assertThat(portal.login("guess@example.org", "guess " + i).status()).isEqualTo(401);
        }
        var sixth = portal.login("guess@example.org", "guess 6");
        assertThat(sixth.status()).isEqualTo(429);
        assertThat(sixth.code()).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(sixth.raw().headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 61L);
        assertThat(portal.login("guess@example.org", PASSWORD).status()).isEqualTo(429);
        assertThat(portal.login(ADMIN, ADMIN_PASSWORD).status()).isEqualTo(200);
        portal.clock.forward(Duration.ofSeconds(61));
        assertThat(portal.login("guess@example.org", PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void manyRightPasswordsAreNoFailures() {
        portal.register("often@example.org");
        assertThat(together(12, i -> portal.login("often@example.org", PASSWORD)))
                .allMatch(reply -> reply.status() == 200);
    }

    @Test
    void aRefreshTokenWhoseAnswerWasLostWorksAgainUntilTheNextOneIsUsed() {
        var first = portal.register("rotate@example.org").text("refresh_token");
        var lost = portal.refresh(first);
        assertThat(lost.status()).isEqualTo(200);
        var second = portal.refresh(first);
        assertThat(second.status()).isEqualTo(200);
        assertThat(portal.me(lost.text("access_token")).status()).isEqualTo(200);
        var third = portal.refresh(second.text("refresh_token"));
        assertThat(third.status()).isEqualTo(200);
        assertThat(portal.refresh(first).status()).isEqualTo(401);
        assertThat(portal.refresh(third.text("refresh_token")).status()).isEqualTo(401);
        assertThat(portal.me(third.text("access_token")).status()).isEqualTo(401);
    }

    @Test
    void aRefreshTokenUsedAgainLaterEndsTheSession() {
        var first = portal.register("rotate-late@example.org").text("refresh_token");
        var second = portal.refresh(first);
        portal.clock.forward(Duration.ofSeconds(31));
        assertThat(portal.refresh(first).status()).isEqualTo(401);
        assertThat(portal.refresh(second.text("refresh_token")).status()).isEqualTo(401);
        assertThat(portal.me(second.text("access_token")).status()).isEqualTo(401);
    }

    @Test
    void racingRefreshesSignNobodyOut() {
        var token = portal.register("racing@example.org").text("refresh_token");
        var replies = together(6, i -> portal.refresh(token));
        assertThat(replies).allMatch(reply -> reply.status() == 200);
        assertThat(portal.refresh(replies.get(3).text("refresh_token")).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAAAAAAAAAAAAAAAAAAAABBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB", "é"})
    void aMadeUpRefreshTokenIsRefused(String token) {
        assertThat(portal.refresh(token).status()).isEqualTo(401);
    }

    @Test
    void anOldSessionEnds() {
        var reply = portal.register("old@example.org");
        portal.clock.forward(Duration.ofDays(31));
        assertThat(portal.refresh(reply.text("refresh_token")).status()).isEqualTo(401);
    }

    @Test
    void signingOutEndsBothTokensAtOnceAndNoOtherSession() {
        var here = portal.register("bye@example.org");
        var there = portal.login("bye@example.org", PASSWORD);
        var reply = portal.post(
                "/api/v1/auth/logout", here.text("access_token"), Map.of("refresh_token", here.text("refresh_token")));
        assertThat(reply.status()).isEqualTo(204);
        assertThat(portal.me(here.text("access_token")).status()).isEqualTo(401);
        assertThat(portal.refresh(here.text("refresh_token")).status()).isEqualTo(401);
        assertThat(portal.me(there.text("access_token")).status()).isEqualTo(200);
    }

    @Test
    void signingOutEverywhereEndsEverySessionOfTheCallerAndNobodyElses() {
        var here = portal.register("everywhere@example.org");
        var there = portal.login("everywhere@example.org", PASSWORD);
        var other = portal.register("elsewhere@example.org");
        try (var socket = GraphQlSocket.signedIn(portal.address(), there.text("access_token"))) {
            assertThat(portal.post("/api/v1/auth/logout-all", here.text("access_token"), Map.of())
                            .status())
                    .isEqualTo(204);
            assertThat(socket.closeCode()).isEqualTo(4403);
        }
        for (var session : List.of(here, there)) {
            assertThat(portal.me(session.text("access_token")).status()).isEqualTo(401);
            assertThat(portal.refresh(session.text("refresh_token")).status()).isEqualTo(401);
        }
        assertThat(portal.me(other.text("access_token")).status()).isEqualTo(200);
        assertThat(portal.login("everywhere@example.org", PASSWORD).status()).isEqualTo(200);
        assertThat(portal.post("/api/v1/auth/logout-all", null, Map.of()).status())
                .isEqualTo(401);
    }

    @Test
    void signingOutWorksWithTheRefreshTokenAlone() {
        var reply = portal.register("late@example.org");
        assertThat(portal.post("/api/v1/auth/logout", null, Map.of("refresh_token", reply.text("refresh_token")))
                        .status())
                .isEqualTo(204);
        assertThat(portal.me(reply.text("access_token")).status()).isEqualTo(401);
        assertThat(portal.post("/api/v1/auth/logout", null, Map.of()).status()).isEqualTo(401);
    }

    @Test
    void aNewPasswordEndsAllOtherSessions() {
        var here = portal.register("change@example.org");
        var there = portal.login("change@example.org", PASSWORD);
        var reply = change(here, PASSWORD, "a much better one");
        assertThat(reply.status()).isEqualTo(204);
        assertThat(portal.me(here.text("access_token")).status()).isEqualTo(200);
        assertThat(portal.refresh(here.text("refresh_token")).status()).isEqualTo(200);
        assertThat(portal.me(there.text("access_token")).status()).isEqualTo(401);
        assertThat(portal.refresh(there.text("refresh_token")).status()).isEqualTo(401);
        assertThat(portal.login("change@example.org", PASSWORD).status()).isEqualTo(401);
        assertThat(portal.login("change@example.org", "a much better one").status())
                .isEqualTo(200);
    }

    @Test
    void aNewPasswordNeedsTheCurrentOneAndTheRules() {
        var reply = portal.register("rules@example.org");
        assertThat(change(reply, "wrong one", "a much better one").code()).isEqualTo("INVALID_CREDENTIALS");
        assertThat(change(reply, PASSWORD, "password").code()).isEqualTo("BAD_USER_INPUT");
        assertThat(change(reply, PASSWORD, PASSWORD).code()).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void passwordsDifferAfterTheirSeventySecondByteToo() {
        var start = "x7".repeat(40);
        var body = Map.of("email", "long@example.org", "password", start + "a");
        assertThat(portal.post("/api/v1/auth/register", null, body).status()).isEqualTo(201);
        assertThat(portal.login("long@example.org", start + "b").status()).isEqualTo(401);
        assertThat(portal.login("long@example.org", start + "a").status()).isEqualTo(200);
    }

    @Test
    void withoutATokenTheDoorIsClosed() {
        for (var path : List.of("/api/v1/auth/me", "/api/v1/nothing")) {
            var reply = portal.get(path, null);
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.raw().headers().firstValue("WWW-Authenticate").orElseThrow())
                    .startsWith("Bearer");
        }
        assertThat(portal.get("/no-such-page.html", null).status()).isEqualTo(404);
    }

    @Test
    void aBadTokenIsRefusedWhereNoneIsNeeded() {
        assertThat(portal.get("/no-such-page.html", "rubbish").status()).isEqualTo(401);
        assertThat(portal.post("/api/v1/auth/login", "rubbish", Map.of()).status())
                .isEqualTo(401);
    }

    private static Reply change(Reply session, String current, String wanted) {
        return portal.post(
                "/api/v1/auth/password",
                session.text("access_token"),
                Map.of("currentPassword", current, "newPassword", wanted));
    }

    private static List<Reply> together(int times, java.util.function.IntFunction<Reply> call) {
        var calls = IntStream.range(0, times)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> call.apply(i), task -> Thread.ofVirtual().start(task)))
                .toList();
        return calls.stream().map(CompletableFuture::join).toList();
    }
}
