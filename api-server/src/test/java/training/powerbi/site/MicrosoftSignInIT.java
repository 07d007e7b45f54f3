package training.powerbi.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import training.powerbi.server.account.PortalUnderTest;

/// Sign-in with Microsoft, whose service is played by mock-oauth2-server.
class MicrosoftSignInIT {
    @RegisterExtension
    static final Browsers BROWSERS = new Browsers();

    private static final String TENANT = "11111111-aaaa-bbbb-cccc-222222222222";
    private static final String CLIENT = "33333333-aaaa-bbbb-cccc-444444444444";
    private static final String ISSUER = TENANT + "/v2.0";

    private static MockOAuth2Server entra;
    private static PortalUnderTest portal;
    private static String authority;

    @BeforeAll
    static void start() {
        entra = new MockOAuth2Server();
        entra.start();
        authority = entra.baseUrl().toString().replaceAll("/$", "");
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

    /// Microsoft's endpoints have other paths than the stand-in's, and let pages of other origins call them.
    private static void leadToTheStandIn(BrowserContext context) {
        var theirs = authority + "/" + TENANT + "/oauth2/v2.0/";
        context.route(
                theirs + "authorize**",
                route -> route.fulfill(
                        new Route.FulfillOptions().setStatus(302).setHeaders(Map.of("Location", toStandIn(route)))));
        context.route(theirs + "token", route -> {
            var answer = route.fetch(new Route.FetchOptions().setUrl(toStandIn(route)));
            var headers = new HashMap<>(answer.headers());
            headers.put("access-control-allow-origin", "*");
            route.fulfill(new Route.FulfillOptions().setResponse(answer).setHeaders(headers));
        });
    }

    private static String toStandIn(Route route) {
        // Asked to let someone choose an account, the stand-in would show a form of its own.
        return route.request().url().replace("/oauth2/v2.0/", "/v2.0/").replace("&prompt=select_account", "");
    }

    @Test
    void someoneOfTheTenantComesBackSignedIn() {
        for (int i = 0; i < 2; i++) {
            entra.enqueueCallback(
                    new DefaultOAuth2TokenCallback(ISSUER, "subject", "JWT", List.of(CLIENT), claims(), 3600));
        }
        var site = BROWSERS.visitor(portal.address(), _ -> {});
        leadToTheStandIn(site.page().context());
        site.open("/#/sign-in");
        site.button("Sign in with Microsoft").click();

        assertThat(site.heading("Hello Grace")).isVisible();
        site.courseIsShown();
        org.assertj.core.api.Assertions.assertThat(site.page().url()).doesNotContain("code=", "state=");
        site.page().reload();
        assertThat(site.heading("Hello Grace")).isVisible();
        site.open("/#/me");
        assertThat(site.text("You sign in with Microsoft. Change your password there."))
                .isVisible();
    }

    @Test
    void anAnswerThatNobodyAskedForIsRefused() {
        var site = BROWSERS.visitor(portal.address(), _ -> {});
        leadToTheStandIn(site.page().context());
        site.open("/?code=someone-elses&state=made-up");

        assertThat(site.page().getByText("Signing in with Microsoft did not work"))
                .isVisible();
        org.assertj.core.api.Assertions.assertThat(site.page().url()).doesNotContain("code=");
    }

    private static Map<String, Object> claims() {
        return Map.of(
                "tid", TENANT,
                "oid", "55555555-aaaa-bbbb-cccc-666666666666",
                "ver", "2.0",
                "scp", "access_as_user",
                "name", "Grace",
                "preferred_username", "grace@example.org");
    }
}
