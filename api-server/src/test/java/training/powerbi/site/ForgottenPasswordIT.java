package training.powerbi.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.server.account.ForgottenPassword;
import training.powerbi.server.account.PortalUnderTest;

/// The way back in, from the sign-in page to the course.
class ForgottenPasswordIT {
    @RegisterExtension
    static final Browsers BROWSERS = new Browsers();

    private static PortalUnderTest portal;

    @BeforeAll
    static void start() {
        portal = PortalUnderTest.start(Map.of());
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    private static SitePage visitor() {
        return BROWSERS.visitor(portal.address(), _ -> {}).expect("status of 401|status of 403");
    }

    private static String link(String email, String code) {
        return "/#/reset?email=" + URLEncoder.encode(email, StandardCharsets.UTF_8) + "&code=" + code;
    }

    @Test
    void theSignInSaysWhomToAsk() {
        var site = visitor().open("/#/sign-in");
        site.page().getByText("Forgot your password?").click();
        assertThat(site.page().getByText("Ask your trainer. They can give you a link"))
                .isVisible();
        org.assertj.core.api.Assertions.assertThat(Accessibility.violations(site.page()))
                .isEmpty();
        site.screenshot("forgot-password");
        site.link("I have a code").click();
        assertThat(site.heading("Choose a new password")).isVisible();
    }

    @Test
    void aLinkLeadsToANewPasswordAndIntoTheCourse() {
        var code = ForgottenPassword.code(portal, "asha+1@example.org");
        var site = visitor();
        var addresses = new CopyOnWriteArrayList<String>();
        site.page().onRequest(request -> addresses.add(request.url() + request.headers()));
        site.open(link("asha+1@example.org", code));
        assertThat(site.field("E-mail address")).hasValue("asha+1@example.org");
        assertThat(site.field("Code")).hasValue(code);
        org.assertj.core.api.Assertions.assertThat(site.page().url()).endsWith("/#/reset");
        org.assertj.core.api.Assertions.assertThat(Accessibility.violations(site.page()))
                .isEmpty();
        site.screenshot("choose-new-password");
        site.field("New password").fill("short");
        site.button("Save and sign in").click();
        assertThat(site.text("Choose a password of at least 8 characters.")).isVisible();
        site.field("New password").fill("a much better one");
        site.button("Save and sign in").click();
        site.courseIsShown();
        org.assertj.core.api.Assertions.assertThat(addresses).noneMatch(address -> address.contains(code));

        // The link is worth nothing now.
        var other = visitor().open(link("asha+1@example.org", code));
        other.field("New password").fill("another one still");
        other.button("Save and sign in").click();
        assertThat(other.page().getByText("The code does not fit this e-mail address"))
                .isVisible();
        other.screenshot("choose-new-password-refused");
    }

    @Test
    void aLinkBeginsAtTheHeadingAlsoInAPageThatIsOpenAlready() {
        var site = visitor().open(link("asha@example.org", "AAAA-BBBB-CCCC-DDDD"));
        var heading = site.heading("Choose a new password");
        assertThat(heading).isFocused();
        site.page().keyboard().press("Tab");
        assertThat(site.field("E-mail address")).isFocused();
        site.field("E-mail address").fill("someone@else.example");
        site.field("Code").fill("");
        site.field("Code").press("Enter");
        assertThat(site.text("Enter the code you got from your trainer.")).isVisible();

        site.page()
                .evaluate("address => { location.href = address; }", link("ravi@example.org", "EEEE-FFFF-GGGG-HHHH"));
        assertThat(site.field("Code")).hasValue("EEEE-FFFF-GGGG-HHHH");
        assertThat(site.field("E-mail address")).hasValue("ravi@example.org");
        assertThat(site.page().locator(".problem")).hasCount(0);
        assertThat(heading).isFocused();
    }

    @Test
    void whatIsWrongIsFocusedAndSaidAloud() {
        var site = visitor().open(link("asha@example.org", "AAAA-BBBB-CCCC-DDDD"));
        var spoken = site.page().locator(".field:has(#newPassword) [aria-live=polite]");
        assertThat(spoken).isEmpty();
        site.field("New password").fill("short");
        site.field("New password").press("Enter");
        assertThat(spoken).hasText("Choose a password of at least 8 characters.");
        assertThat(site.field("New password")).isFocused();
        assertThat(site.field("New password"))
                .hasAttribute("aria-describedby", java.util.regex.Pattern.compile("newPassword-problem"));

        site.field("New password").fill("a much better one");
        site.field("New password").press("Enter");
        assertThat(site.page().locator(".field:has(#code) [aria-live=polite]"))
                .containsText("The code does not fit this e-mail address");
        assertThat(site.field("Code")).isFocused();
        assertThat(spoken).isEmpty();
        org.assertj.core.api.Assertions.assertThat(Accessibility.violations(site.page()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void bothPagesFitAPhone(String scheme) {
        var site = visitor();
        site.page()
                .emulateMedia(new com.microsoft.playwright.Page.EmulateMediaOptions()
                        .setColorScheme(com.microsoft.playwright.options.ColorScheme.valueOf(
                                scheme.toUpperCase(java.util.Locale.ROOT))));
        site.page().setViewportSize(360, 740);
        site.open("/#/sign-in");
        site.page().getByText("Forgot your password?").click();
        site.screenshot("forgot-password-360-" + scheme);
        site.link("I have a code").click();
        assertThat(site.heading("Choose a new password")).isVisible();
        site.screenshot("choose-new-password-360-" + scheme);
        var wide = "() => document.documentElement.scrollWidth > innerWidth";
        org.assertj.core.api.Assertions.assertThat(site.page().evaluate(wide)).isEqualTo(false);
    }

    @Test
    void aDisabledAccountIsToldWhomToAsk() {
        ForgottenPassword.disabled(portal, "out@example.org");
        var site = visitor().open("/#/sign-in");
        site.signIn("out@example.org", ForgottenPassword.PASSWORD);
        assertThat(site.text("This account is disabled. Ask your trainer.")).isVisible();
    }
}
