package training.powerbi.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static training.powerbi.server.account.PortalUnderTest.PASSWORD;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import training.powerbi.model.Role;
import training.powerbi.server.account.user.UserRow;

/// Texts that look the same are the same, at every door.
class LookAlikesIT {
    private static final String BROKEN = "x\ud800y";
    private static PortalUnderTest portal;

    @BeforeAll
    static void start() {
        portal = PortalUnderTest.start();
        portal.register("ada@example.org");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @BeforeEach
    void forgetFailures() {
        portal.clock.forward(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.org\u00A0",
                "\u2003ada@example.org\u3000",
                "a\u200Bda@example.org",
                "ada@exam\u00ADple.org",
                "\u202Aada@example.org\u202C",
                "\uFEFFada@example.org",
                "ａｄａ＠ｅｘａｍｐｌｅ．ｏｒｇ",
                "ADA@EXAMPLE\u3002ORG",
                "a\uFE0Fda@example.org",
                "ada\udb40\udd00@example.org",
                "ada@exa\u180Bmple.org"
            })
    void anAddressThatLooksTheSameIsTheSameAccount(String email) {
        assertThat(portal.register(email).code()).isEqualTo("EMAIL_TAKEN");
        assertThat(portal.login(email, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void anAccentIsOneHoweverItIsTyped() {
        var composed = "jürgen@münchen.example";
        assertThat(portal.register(Normalizer.normalize(composed, Normalizer.Form.NFD))
                        .status())
                .isEqualTo(201);
        assertThat(portal.register(composed).code()).isEqualTo("EMAIL_TAKEN");
        var password = "ein schöner Käsekuchen";
        var decomposed = Normalizer.normalize(password, Normalizer.Form.NFD);
        var body = Map.of("email", "kuchen@example.org", "password", decomposed);
        assertThat(portal.post("/api/v1/auth/register", null, body).status()).isEqualTo(201);
        assertThat(portal.login("kuchen@example.org", password).status()).isEqualTo(200);
        assertThat(portal.login("kuchen@example.org", decomposed).status()).isEqualTo(200);
        assertThat(portal.login("kuchen@example.org", "ein schoner Kasekuchen").status())
                .isEqualTo(401);
    }

    @Test
    void aDomainIsOneInItsScriptAndAsItTravels() {
        assertThat(portal.register("ivan@xn--e1afmkfd.example").status()).isEqualTo(201);
        assertThat(portal.register("ivan@пример.example").code()).isEqualTo("EMAIL_TAKEN");
        assertThat(portal.login("ivan@пример.example", PASSWORD).status()).isEqualTo(200);
        portal.users()
                .append(List.of(
                        row("old-3", "eva@пример.example", "x", 1), row("old-4", "eva@xn--e1afmkfd.example", "x", 2)));
        var health = portal.get("/api/v1/health", portal.adminToken()).body();
        assertThat(health.at("/accounts/lookAlikes").toString())
                .contains("{\"email\":\"eva@пример.example\",\"userIds\":[\"old-3\",\"old-4\"]}");
    }

    @Test
    void accountsOfEarlierVersionsGoOnAndAreListed() {
        var old = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
        var decomposed = Normalizer.normalize("größer als zuvor", Normalizer.Form.NFD);
        portal.users()
                .append(List.of(
                        row("old-1", "twin@example.org", String.valueOf(old.encode(decomposed)), 1),
                        row("old-2", "twin\u200B@example.org", String.valueOf(old.encode("the second one")), 2)));
        assertThat(portal.login("twin@example.org", "größer als zuvor").status())
                .isEqualTo(200);
        assertThat(portal.login("twin@example.org", decomposed).status()).isEqualTo(200);
        assertThat(portal.login("twin\u200B@example.org", "the second one").status())
                .isEqualTo(200);
        assertThat(portal.login("twin@example.org", "the second one").status()).isEqualTo(401);
        var health = portal.get("/api/v1/health", portal.adminToken()).body();
        assertThat(health.at("/accounts/lookAlikes").toString())
                .contains("{\"email\":\"twin@example.org\",\"userIds\":[\"old-1\",\"old-2\"]}");
        assertThat(portal.get("/api/v1/health", null).body().has("accounts")).isFalse();
    }

    private static UserRow row(String userId, String email, String hash, int day) {
        return UserRow.withPassword(
                userId,
                email,
                hash,
                Role.STUDENT,
                Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofDays(day)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b..c",
                "a@.b",
                "a@b.",
                ".a@b.c",
                "a.@b.c",
                "a..b@c.d",
                "a@-b.c",
                "a@b-.c",
                "a@b_c.d",
                "a\u00A0b@c.d",
                "a@b c.d",
                "a@b,c",
                "a\\b@c.d",
                "a@",
                "\u200B@b.c",
                "a@\u00AD",
                "x\ud800@b.c",
                "a@b\udc00.c"
            })
    void whatIsNoAddressIsRefused(String email) {
        assertThat(portal.register(email).code()).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void anAddressHasItsLimits() {
        assertThat(portal.register("a".repeat(65) + "@b.c").status()).isEqualTo(400);
        assertThat(portal.register("a@" + "b".repeat(64) + ".c").status()).isEqualTo(400);
        assertThat(portal.register("a@" + "ü".repeat(60) + ".c").status()).isEqualTo(400);
        assertThat(portal.register("a@" + "b.".repeat(130) + "c").status()).isEqualTo(400);
        assertThat(portal.register("a".repeat(30_000) + "@b.c").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plus+tag@example.org", "o'brien@example.org", "a.b-c_d@sub.example.co", "用户@例子.公司",
                "ученик@пример.испытание", "root@localhost", "x@col·lecció.example", "a@xn--bcher-kva.example",
                "1234@5.example", "{odd}!#$%&*/=?^`|~@example.org"
            })
    void whatIsAnAddressIsTaken(String email) {
        assertThat(portal.register(email).status()).isEqualTo(201);
    }

    @Test
    void halfACharacterIsRefusedAtEveryDoor() {
        var admin = portal.adminToken();
        assertThat(portal.login(BROKEN, PASSWORD).status()).isEqualTo(400);
        assertThat(portal.login("ada@example.org", BROKEN + PASSWORD).status()).isEqualTo(400);
        assertThat(portal.refresh(BROKEN).status()).isEqualTo(400);
        for (var field : List.of("displayName", "inviteCode", "password")) {
            var body = new java.util.HashMap<String, Object>(Map.of("email", "half@example.org", "password", PASSWORD));
            body.put(field, BROKEN + PASSWORD);
            assertThat(portal.post("/api/v1/auth/register", null, body).code()).isEqualTo("BAD_USER_INPUT");
        }
        var inVariables = portal.post(
                "/graphql",
                admin,
                Map.of(
                        "query",
                        "mutation($input: UpdateDayInput!) { updateDay(dayNumber: 1, input: $input) { title } }",
                        "variables",
                        Map.of("input", Map.of("title", BROKEN))));
        assertThat(inVariables.code()).isEqualTo("BAD_USER_INPUT");
        assertThat(portal.graphQl(
                                admin,
                                "mutation { updateDay(dayNumber: 1, input: {title: \"" + BROKEN + "\"}) { title } }")
                        .code())
                .isEqualTo("BAD_USER_INPUT");
        assertThat(portal.graphQl(
                                admin, "mutation { updateDay(dayNumber: 1, input: {title: \"x\\ud800y\"}) { title } }")
                        .code())
                .isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void namesTitlesAndFiltersAreCleaned() {
        var reply = portal.post(
                "/api/v1/auth/register",
                null,
                Map.of(
                        "email",
                        "name@example.org",
                        "password",
                        PASSWORD,
                        "displayName",
                        "\u00A0Zo\u200Be\u0301\u202E "));
        assertThat(reply.body().at("/user/displayName").asString()).isEqualTo("Zoé");
        var admin = portal.adminToken();
        assertThat(portal.graphQl(admin, "{ users(filter: \"\u200Bzoe\u0301\u00A0\") { totalCount } }")
                        .data("users")
                        .path("totalCount")
                        .asInt())
                .isEqualTo(1);
        assertThat(portal.graphQl(
                                admin,
                                "mutation { updateDay(dayNumber: 2, input: {title: \"\u2007Gr\u00ADo\u0308ße\u200F\u3000\"})"
                                        + " { title } }")
                        .data("updateDay")
                        .path("title")
                        .asString())
                .isEqualTo("Größe");
        var code = portal.graphQl(admin, "mutation { createInvite { code } }")
                .data("createInvite")
                .path("code")
                .asString();
        assertThat(portal.graphQl(
                                admin,
                                "mutation { revokeInvite(code: \"\u00A0" + code.replace('-', '\u2011') + "\u200B\") }")
                        .data("revokeInvite")
                        .asBoolean())
                .isTrue();
    }
}
