package training.powerbi.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.server.acceptance.RunningPortal;

/// The API's documentation in a browser; also what the harness itself can and cannot see.
class DocsPageIT {
    @RegisterExtension
    static final Browsers BROWSERS = new Browsers();

    @TempDir
    private static Path data;

    private static RunningPortal portal;

    @BeforeAll
    static void start() {
        portal = RunningPortal.over(data);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    private static SitePage docs() {
        return BROWSERS.visitor(portal.address(), _ -> {}).open("/api/v1/docs");
    }

    @Test
    void theDocumentationListsTheCallsAndBreaksNoRule() {
        var docs = docs();

        assertThat(docs.page().getByText("/api/v1/auth/login").first()).isVisible();
        assertThat(Accessibility.violations(docs.page())).isEmpty();
    }

    @Test
    void whatAPageComplainsAboutIsHeard() {
        var docs = docs();
        docs.page().evaluate("() => { new Image().src = 'https://elsewhere.invalid/x.png'; }");
        docs.page().evaluate("() => console.error('a complaint')");
        docs.page().evaluate("() => void setTimeout(() => { alert('a dialog'); throw new Error('a failure'); })");
        docs.page().waitForCondition(() -> docs.complaints().size() >= 4);

        assertThat(docs.complaints())
                .anyMatch(complaint -> complaint.contains("Content Security Policy"))
                .anyMatch(complaint -> complaint.contains("a complaint"))
                .anyMatch(complaint -> complaint.contains("a dialog"))
                .anyMatch(complaint -> complaint.contains("a failure"));
        docs.expect("");
    }
}
