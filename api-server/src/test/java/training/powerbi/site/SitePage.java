package training.powerbi.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/// A tab with the site in it, and everything it complained about.
public final class SitePage {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Path SOURCES = Path.of("src", "main", "resources", "static");

    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<Pattern> expected = new CopyOnWriteArrayList<>();

    SitePage(Page page) {
        this.page = page;
        page.onConsoleMessage(this::heard);
        page.onPageError(error -> complaints.add("uncaught: " + error));
        page.onDialog(this::dismissed);
    }

    private void heard(ConsoleMessage message) {
        if (message.type().equals("error")) {
            complaints.add(message.text() + " (" + message.location() + ")");
        }
    }

    private void dismissed(Dialog dialog) {
        complaints.add("dialog: " + dialog.message());
        dialog.dismiss();
    }

    /// The tab itself, for what this class has no words for.
    public Page page() {
        return page;
    }

    /// News stays until it is dismissed, also where a test takes longer than a reader would.
    SitePage newsStays() {
        page.addInitScript(
                "const soon = setTimeout;"
                        + " globalThis.setTimeout = (work, millis, ...more) => (millis === 12000 ? 0 : soon(work, millis, ...more));");
        return this;
    }

    /// From now on this tab gets the site in single files, as from a portal that was built without Node.
    SitePage fromSources() {
        page.route(
                Pattern.compile("^https?://[^/]+/(index\\.html)?(#.*)?$"),
                route -> route.fulfill(new Route.FulfillOptions()
                        .setPath(SOURCES.resolve("index.html"))
                        .setContentType("text/html")));
        return this;
    }

    /// Goes to an address below the site's, hash routes included.
    public SitePage open(String address) {
        page.navigate(address);
        return this;
    }

    Locator byRole(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator button(String name) {
        return byRole(AriaRole.BUTTON, name);
    }

    Locator link(String name) {
        return byRole(AriaRole.LINK, name);
    }

    Locator heading(String name) {
        return byRole(AriaRole.HEADING, name);
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /// Fills the sign-in form in and sends it.
    void signIn(String email, String password) {
        field("E-mail address").fill(email);
        field("Password").fill(password);
        button("Sign in").click();
    }

    /// Waits until the course's twelve days are there.
    void courseIsShown() {
        PlaywrightAssertions.assertThat(cards()).hasCount(12);
    }

    Locator cards() {
        return page.locator(".cards > li");
    }

    /// The card of a day on the course's page.
    Locator card(int day) {
        return cards().nth(day - 1);
    }

    Locator text(String text) {
        return page.getByText(text, new Page.GetByTextOptions().setExact(true));
    }

    /// Allows complaints in which the pattern is found.
    public SitePage expect(String pattern) {
        expected.add(Pattern.compile(pattern));
        return this;
    }

    /// What the page complained about and no test expected.
    List<String> complaints() {
        return complaints.stream()
                .filter(complaint -> expected.stream()
                        .noneMatch(pattern -> pattern.matcher(complaint).find()))
                .toList();
    }

    void mustHaveBeenQuiet() {
        assertThat(complaints()).as("complaints of the page").isEmpty();
    }

    /// Pictures for people to look at; also taken of each page when a test failed.
    public void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }
}
