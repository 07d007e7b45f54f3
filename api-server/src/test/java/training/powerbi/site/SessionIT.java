package training.powerbi.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import training.powerbi.server.account.PortalUnderTest;

/// Signing in once and staying signed in, safely.
class SessionIT {
    @RegisterExtension
    static final Browsers BROWSERS = new Browsers();

    private static final String REFUSED = "status of 401|status of 403|WebSocket connection";
    private static final Pattern SHOWN = Pattern.compile("password: (\\S+)");
    private static final String PASSWORD = "every tuesday at nine";

    private static PortalUnderTest portal;

    @BeforeAll
    static void start() {
        portal = PortalUnderTest.start(Map.of("portal.bootstrap.admin-password", ""));
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    private static SitePage visitor(URI address) {
        return BROWSERS.visitor(address, _ -> {}).expect(REFUSED);
    }

    private static SitePage registered() {
        var site = visitor(portal.address());
        site.open("/#/register");
        site.field("E-mail address").fill("student-" + UUID.randomUUID() + "@example.com");
        site.field("Password").fill(PASSWORD);
        site.button("Create account").click();
        site.courseIsShown();
        return site;
    }

    private static SitePage secondTab(SitePage site) {
        var tab = BROWSERS.anotherTab(site).expect(REFUSED).open("/#/course");
        tab.courseIsShown();
        return tab;
    }

    @Test
    void twoTabsShareASessionAndEndItTogether() {
        var one = registered();
        var two = secondTab(one);
        for (int i = 0; i < 2; i++) {
            one.page().reload();
            two.page().reload();
            one.courseIsShown();
            two.courseIsShown();
        }
        portal.clock.forward(Duration.ofMinutes(35));
        one.link("Me").click();
        two.link("Me").click();
        one.page().reload();
        assertThat(two.button("Sign out")).isVisible();
        assertThat(one.button("Sign out")).isVisible();

        one.button("Sign out").click();
        assertThat(one.text("You are signed out.")).isVisible();
        assertThat(two.text("You signed out in another tab.")).isVisible();
        assertThat(two.page().locator(".cards")).hasCount(0);
        one.page().reload();
        assertThat(one.button("Sign in")).isVisible();
    }

    @Test
    void reloadingTwiceQuicklySignsNobodyOut() {
        var site = registered();
        for (int i = 0; i < 6; i++) {
            // The page goes away while it waits for its token.
            site.page()
                    .waitForRequest(
                            "**/api/v1/auth/refresh", () -> site.page().evaluate("() => void location.reload()"));
        }
        site.courseIsShown();
        site.page().reload();
        site.courseIsShown();
    }

    @Test
    void anAnswerThatIsLostIsAskedForAgain() {
        var site = registered().expect("net::ERR_FAILED");
        var lost = new AtomicInteger();
        site.page().route("**/api/v1/auth/refresh", route -> {
            // The server has answered; nobody here hears it.
            if (lost.getAndIncrement() < 2) {
                route.fetch();
                route.abort();
            } else {
                route.resume();
            }
        });
        site.page().reload();
        site.courseIsShown();
        org.assertj.core.api.Assertions.assertThat(lost.get()).isGreaterThan(2);
        site.page().reload();
        site.courseIsShown();
    }

    @Test
    void aTabClosedOnItsAnswerTakesNoOtherTabWithIt() {
        var one = registered();
        var two = secondTab(one);
        one.page().route("**/api/v1/auth/refresh", Route::fetch);
        one.page().waitForRequest("**/api/v1/auth/refresh", () -> one.page().evaluate("() => void location.reload()"));
        one.page().close();
        two.page().reload();
        two.courseIsShown();
        two.page().reload();
        two.courseIsShown();
    }

    @Test
    void anAccessTokenThatRanOutIsReplacedUnnoticed() {
        var site = registered();
        portal.clock.forward(Duration.ofMinutes(35));
        site.open("/#/day/2");
        assertThat(site.heading("This day is locked")).isVisible();
        site.open("/#/me");
        var download = site.page()
                .waitForDownload(() -> site.button("Download my data").click());
        org.assertj.core.api.Assertions.assertThat(download.suggestedFilename()).endsWith(".json");
        assertThat(site.text("The file is in your downloads.")).isVisible();
    }

    @Test
    void aSessionThatEndedElsewhereLeadsBackToWhereOneWas() {
        var site = registered();
        var email = site.open("/#/me")
                .page()
                .locator(".me-head")
                .innerText()
                .replaceAll("(?s).*Signed in as (\\S+).*", "$1");
        var other = visitor(portal.address());
        other.open("/#/sign-in");
        other.signIn(email, PASSWORD);
        other.courseIsShown();
        other.open("/#/me");
        other.button("Sign out everywhere").click();

        assertThat(other.text("You are signed out on all your devices.")).isVisible();
        assertThat(site.page().getByText("You were signed out because your session ended"))
                .isVisible();
        site.signIn(email, PASSWORD);
        assertThat(site.button("Sign out everywhere")).isVisible();
    }

    @Test
    void aPrintedPasswordIsReplacedBeforeAnythingElse() {
        var printed = SHOWN.matcher(String.join("", portal.console));
        org.assertj.core.api.Assertions.assertThat(printed.find()).isTrue();
        var site = visitor(portal.address());
        site.open("/#/sign-in");
        site.signIn(PortalUnderTest.ADMIN, printed.group(1));
        assertThat(site.heading("Choose your own password")).isVisible();
        site.open("/#/course");
        assertThat(site.heading("Choose your own password")).isVisible();

        site.field("Current password").fill(printed.group(1));
        site.field("New password").fill("a trainer's own words");
        site.button("Save and go on").click();
        site.courseIsShown();
    }
}
