package training.powerbi.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.server.acceptance.PortalHttp;

/// What goes wrong is said where it went wrong, and nothing typed is lost.
class FormErrorsIT {
    @RegisterExtension
    static final Browsers BROWSERS = new Browsers();

    private static final String REFUSED = "status of 4\\d\\d|ERR_CONNECTION_REFUSED|ERR_FAILED|WebSocket connection";
    private static final String EMAIL = "someone@example.com";
    private static final String PASSWORD = "a password with words";

    @TempDir
    private static Path data;

    private static Classroom classroom;
    private static RunningOut runningOut;

    /// An invite, and until when it lets anyone in.
    private record RunningOut(String code, Instant end) {}

    @BeforeAll
    static void start() {
        classroom = new Classroom(data, "portal.registration.mode=invite");
        runningOut = runningOut(5);
    }

    @AfterAll
    static void stop() {
        classroom.close();
    }

    /// The portal takes no end that has passed, and may have been too slow to be asked in time. The other tests run
    /// until this one has.
    private static RunningOut runningOut(int seconds) {
        var soon = Instant.now().plusSeconds(seconds);
        try {
            return new RunningOut(invite("(expiresAt: \"%s\")".formatted(soon)), soon);
        } catch (AssertionError tooLate) {
            if (Instant.now().isBefore(soon)) {
                throw tooLate;
            }
            return runningOut(2 * seconds);
        }
    }

    private static SitePage at(String address) {
        return BROWSERS.visitor(classroom.portal().address(), _ -> {})
                .expect(REFUSED)
                .open(address);
    }

    /// The sentence that belongs to a field, as a screen reader finds it.
    private static void isSaidOf(SitePage site, String field, String sentence) {
        assertThat(site.field(field)).hasAttribute("aria-invalid", "true");
        var id = site.field(field).getAttribute("id");
        assertThat(site.page().locator("#" + id + "-problem")).hasText(sentence);
    }

    private static Locator alert(SitePage site) {
        return site.page().locator("form [role=alert]");
    }

    private static String invite(String arguments) {
        return classroom
                .trainer("createInvite" + arguments + " { code }")
                .at("/createInvite/code")
                .asString();
    }

    private static SitePage registering(String code, String email, String password) {
        var site = at("/#/register");
        site.field("Invite code").fill(code);
        site.field("E-mail address").fill(email);
        site.field("Password").fill(password);
        site.button("Create account").click();
        return site;
    }

    @Test
    void aWrongPassword() {
        var site = at("/#/sign-in");
        site.signIn(EMAIL, "not the password");
        assertThat(alert(site)).hasText("The e-mail address or the password is not right.");
        assertThat(site.field("E-mail address")).hasValue(EMAIL);
        assertThat(site.field("Password")).hasValue("not the password");
    }

    @Test
    void nothingTypedAtAll() {
        var site = at("/#/sign-in");
        site.button("Sign in").click();
        isSaidOf(site, "E-mail address", "Enter your e-mail address.");
        isSaidOf(site, "Password", "Enter your password.");
    }

    @Test
    void anEmailThatHasAnAccount() {
        var site = registering(invite(""), PortalHttp.ADMIN_EMAIL, PASSWORD);
        assertThat(alert(site)).containsText("There is an account with this e-mail address already.");
        assertThat(alert(site).getByText("Sign in instead")).isVisible();
        assertThat(site.field("Password")).hasValue(PASSWORD);
    }

    @Test
    void aWeakPassword() {
        var site = registering(invite(""), EMAIL, "short");
        isSaidOf(site, "Password", "Choose a password of at least 8 characters.");
        site.field("Password").fill("password1");
        site.button("Create account").click();
        assertThat(site.page().locator("#password-problem")).containsText("assword");
        assertThat(site.field("E-mail address")).hasValue(EMAIL);
        assertThat(site.field("Password")).hasValue("password1");
    }

    @Test
    void anInviteThatRanOutOrWasMadeUp() {
        org.awaitility.Awaitility.await().until(() -> Instant.now().isAfter(runningOut.end()));
        for (var bad : new String[] {runningOut.code(), "made-up-code"}) {
            var site = registering(bad, EMAIL, PASSWORD);
            assertThat(site.field("Invite code")).hasAttribute("aria-invalid", "true");
            assertThat(site.page().locator("#inviteCode-problem")).containsText("nvite");
            assertThat(site.field("Invite code")).hasValue(bad);
            assertThat(site.field("E-mail address")).hasValue(EMAIL);
        }
    }

    @Test
    void anInvitationBringsItsCodeAlongAndLeavesTheAddressWithoutIt() {
        var code = invite("");
        var site = at("/#/register?code=" + code);
        assertThat(site.field("Invite code")).hasValue(code);
        org.assertj.core.api.Assertions.assertThat(site.page().url()).endsWith("/#/register");
        site.field("E-mail address").fill("invited@example.com");
        site.field("Password").fill(PASSWORD);
        site.button("Create account").click();
        site.courseIsShown();
    }

    @Test
    void theCurrentPasswordMistyped() {
        var code = invite("");
        var site = registering(code, "changing@example.com", PASSWORD);
        site.courseIsShown();
        site.open("/#/me");
        site.field("Current password").fill("not the password");
        site.field("New password").fill("another one with words");
        site.button("Change password").click();
        isSaidOf(site, "Current password", "The current password is not right.");
        assertThat(site.field("New password")).hasValue("another one with words");

        site.field("Current password").fill(PASSWORD);
        site.button("Change password").click();
        assertThat(site.page().getByText("Your password is changed.")).isVisible();
    }

    @Test
    void aPhoneWritesNamesWithCapitalsAndAddressesWithout() {
        var site = at("/#/register");
        assertThat(site.field("Your name")).hasAttribute("autocapitalize", "words");
        assertThat(site.field("E-mail address")).hasAttribute("autocapitalize", "none");
    }

    @Test
    void aServerThatIsGone() {
        var site = at("/#/sign-in");
        assertThat(site.button("Sign in")).isVisible();
        site.page().context().route("**/api/**", route -> route.abort());
        site.signIn(PortalHttp.ADMIN_EMAIL, PortalHttp.ADMIN_PASSWORD);
        assertThat(alert(site))
                .hasText("The portal does not answer. Check your connection and try again; nothing you typed is lost.");
        assertThat(site.field("Password")).hasValue(PortalHttp.ADMIN_PASSWORD);

        site.page().context().unroute("**/api/**");
        site.button("Sign in").click();
        site.courseIsShown();
    }
}
