package training.powerbi.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static training.powerbi.server.account.PortalUnderTest.PASSWORD;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// People of the configured Entra tenant, whose sign-in service is played by mock-oauth2-server.
class EntraIT {
    private static final String TENANT = "11111111-aaaa-bbbb-cccc-222222222222";
    private static final String CLIENT = "33333333-aaaa-bbbb-cccc-444444444444";
    private static final String ISSUER = TENANT + "/v2.0";

    private static MockOAuth2Server entra;
    private static PortalUnderTest portal;

    @BeforeAll
    static void start() {
        entra = new MockOAuth2Server();
        entra.start();
        var authority = entra.baseUrl().toString().replaceAll("/$", "");
        portal = PortalUnderTest.start(Map.of(
                "portal.entra.tenant-id", TENANT,
                "portal.entra.client-id", CLIENT,
                "portal.entra.authority", authority,
                "portal.entra.jwks-uri", entra.jwksUrl(ISSUER).toString()));
    }

    @AfterAll
    static void stop() {
        portal.close();
        entra.shutdown();
    }

    @Test
    void someoneOfTheTenantIsAStudentAtFirstSight() {
        var person = UUID.randomUUID().toString();
        var first = portal.me(token(person, Map.of()));
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text("role")).isEqualTo("STUDENT");
        assertThat(first.text("displayName")).isEqualTo("Grace");
        assertThat(first.text("lastLogin")).isNotEmpty();
        assertThat(portal.me(token(person, Map.of())).text("userId")).isEqualTo(first.text("userId"));
        assertThat(portal.me(token(UUID.randomUUID().toString(), Map.of())).text("userId"))
                .isNotEqualTo(first.text("userId"));
    }

    @Test
    void theAppRoleMakesAnAdmin() {
        var admin = token(UUID.randomUUID().toString(), Map.of("roles", List.of("Portal.Admin")));
        assertThat(portal.me(admin).text("role")).isEqualTo("ADMIN");
        assertThat(portal.graphQl(admin, "{ users { totalCount } }").code()).isEmpty();
        var other = token(UUID.randomUUID().toString(), Map.of("roles", List.of("Portal.admin", "Admin")));
        assertThat(portal.me(other).text("role")).isEqualTo("STUDENT");
    }

    @Test
    void aChangeOfTheAppRoleIsFollowedAndNotedWhileThePortalsOwnWordStandsOtherwise() {
        var person = UUID.randomUUID().toString();
        var role = Map.of("roles", List.of("Portal.Admin"));
        assertThat(portal.me(token(person, Map.of())).text("role")).isEqualTo("STUDENT");
        var promoted = token(person, at(10, role));
        assertThat(portal.me(promoted).text("role")).isEqualTo("ADMIN");
        assertThat(portal.audit()).contains("set_user_role");
        var id = portal.me(promoted).text("userId");
        portal.graphQl(
                portal.adminToken(), "mutation { setUserRole(userId: \"%s\", role: STUDENT) { role } }".formatted(id));
        assertThat(portal.me(promoted).text("role")).isEqualTo("STUDENT");
        assertThat(portal.me(token(person, at(20, role))).text("role")).isEqualTo("STUDENT");
        assertThat(portal.me(token(person, at(30, Map.of()))).text("role")).isEqualTo("STUDENT");
        assertThat(portal.me(token(person, at(40, role))).text("role")).isEqualTo("ADMIN");
        assertThat(portal.me(token(person, at(35, Map.of()))).text("role")).isEqualTo("ADMIN");
    }

    @Test
    void anEmailIsNoIdentity() {
        var owner = portal.register("grace@example.org")
                .body()
                .path("user")
                .path("userId")
                .asString();
        var claimant = portal.me(token(UUID.randomUUID().toString(), Map.of()));
        assertThat(claimant.text("email")).isEqualTo("grace@example.org");
        assertThat(claimant.text("userId")).isNotEqualTo(owner);
        assertThat(portal.login("grace@example.org", PASSWORD)
                        .body()
                        .path("user")
                        .path("userId")
                        .asString())
                .isEqualTo(owner);
    }

    @Test
    void aDisabledPersonStaysOut() {
        var token = token(UUID.randomUUID().toString(), Map.of());
        var id = portal.me(token).text("userId");
        portal.graphQl(
                portal.adminToken(),
                "mutation { setUserActive(userId: \"%s\", active: false) { isActive } }".formatted(id));
        assertThat(portal.me(token).status()).isEqualTo(401);
    }

    @Test
    void thereIsNoPasswordToChangeHere() {
        var token = token(UUID.randomUUID().toString(), Map.of());
        var body = Map.of("currentPassword", PASSWORD, "newPassword", "a much better one");
        assertThat(portal.post("/api/v1/auth/password", token, body).code()).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void clientsAreToldWhereToSignIn() {
        var authority = entra.baseUrl().toString().replaceAll("/$", "");
        var options = portal.get("/api/v1/config", null).body().path("entra");
        assertThat(options.path("tenantId").asString()).isEqualTo(TENANT);
        assertThat(options.path("clientId").asString()).isEqualTo(CLIENT);
        assertThat(options.path("scope").asString()).isEqualTo("api://" + CLIENT + "/access_as_user");
        assertThat(options.path("authority").asString()).isEqualTo(authority);
    }

    @Test
    void theSitesPagesMayAskTheSignInServiceForTokens() {
        var policy = portal.get("/", null)
                .raw()
                .headers()
                .firstValue("Content-Security-Policy")
                .orElse("");
        assertThat(policy)
                .contains("connect-src 'self' " + entra.baseUrl().toString().replaceAll("/$", "") + ";");
    }

    static List<String> strangers() {
        var person = UUID.randomUUID().toString();
        return List.of(
                issued(ISSUER, "someone-else", claims(person, Map.of())),
                issued("99999999-aaaa-bbbb-cccc-000000000000/v2.0", CLIENT, claims(person, Map.of())),
                issued(TENANT, CLIENT, claims(person, Map.of("ver", "1.0"))),
                token(person, Map.of("ver", "1.0")),
                token(person, Map.of("tid", "99999999-aaaa-bbbb-cccc-000000000000")),
                token(person, Map.of("oid", 7)),
                token(person, Map.of("exp", Date.from(Instant.now().minusSeconds(120)))),
                without("scp"),
                token(person, Map.of("scp", "")),
                token(person, Map.of("scp", "Files.Read User.Read")),
                token(person, Map.of("scp", "access_as_user_too")),
                token(person, Map.of("scp", List.of("access_as_user"))),
                without("oid"),
                without("tid"));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void nobodyElseGetsIn(String token) {
        assertThat(portal.me(token).status()).isEqualTo(401);
    }

    private static String without(String claim) {
        var claims = claims(UUID.randomUUID().toString(), Map.of());
        claims.remove(claim);
        return issued(ISSUER, CLIENT, claims);
    }

    private static Map<String, Object> at(long seconds, Map<String, ?> more) {
        var claims = new HashMap<String, Object>(more);
        claims.put("iat", Date.from(Instant.now().plusSeconds(seconds)));
        return claims;
    }

    private static String token(String person, Map<String, ?> more) {
        return issued(ISSUER, CLIENT, claims(person, more));
    }

    private static Map<String, Object> claims(String person, Map<String, ?> more) {
        var claims = new HashMap<String, Object>(Map.of(
                "tid", TENANT,
                "oid", person,
                "ver", "2.0",
                "scp", "access_as_user",
                "name", "Grace",
                "preferred_username", "grace@example.org"));
        claims.putAll(more);
        return claims;
    }

    private static String issued(String issuer, String audience, Map<String, Object> claims) {
        return entra.issueToken(issuer, "subject", audience, claims).serialize();
    }
}
