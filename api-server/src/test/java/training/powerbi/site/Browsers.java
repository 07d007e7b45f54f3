package training.powerbi.site;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import training.powerbi.server.acceptance.PortalHttp;

/// Opens the site for a test, each visitor in a browser profile of its own. Register it in a static field with
/// `@RegisterExtension`. After each test everything is closed, and the test fails if a page complained: an error on its
/// console, a refused content policy, a dialog, an uncaught exception. Where there is no Chromium the class is skipped
/// and says so.
public final class Browsers implements ExecutionCondition, BeforeAllCallback, AfterEachCallback {
    private static final ExtensionContext.Namespace SHARED = ExtensionContext.Namespace.create(Browsers.class);

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<SitePage> pages = new ArrayList<>();
    private final Chromium.Build build;
    private @Nullable Browser browser;

    public Browsers() {
        this(Chromium.Build.BARE);
    }

    Browsers(Chromium.Build build) {
        this.build = build;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Chromium.place(build).isPresent()
                ? ConditionEvaluationResult.enabled("Chromium is here")
                : ConditionEvaluationResult.disabled(Chromium.NONE);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        browser = context.getRoot()
                .getStore(SHARED)
                .computeIfAbsent(build, Chromium::start, Chromium.class)
                .browser();
    }

    /// A new visitor at the site's landing page.
    SitePage visit(PortalHttp portal) {
        return visit(portal.address(), _ -> {});
    }

    /// A new visitor with special eyes or a special window.
    SitePage visit(PortalHttp portal, Consumer<Browser.NewContextOptions> wishes) {
        return visit(portal.address(), wishes);
    }

    /// A new visitor at a site that is served from `address`, whoever serves it.
    SitePage visit(URI address, Consumer<Browser.NewContextOptions> wishes) {
        var site = visitor(address, wishes);
        site.open("/");
        return site;
    }

    /// A new visitor who has not opened anything yet, so that the network can be tampered with first.
    public SitePage visitor(URI address, Consumer<Browser.NewContextOptions> wishes) {
        var options = new Browser.NewContextOptions()
                .setBaseURL(address.toString())
                .setLocale("en-GB")
                .setColorScheme(ColorScheme.DARK)
                .setViewportSize(1280, 800);
        wishes.accept(options);
        var context = Objects.requireNonNull(browser).newContext(options);
        context.setDefaultTimeout(Chromium.PATIENCE_MILLIS);
        contexts.add(context);
        return tab(context);
    }

    /// One more tab of the same visitor.
    SitePage anotherTab(SitePage site) {
        return tab(site.page().context());
    }

    private SitePage tab(BrowserContext context) {
        var site = new SitePage(context.newPage());
        pages.add(site);
        return site;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var name = context.getRequiredTestClass().getSimpleName() + "-"
                + context.getRequiredTestMethod().getName();
        try {
            if (context.getExecutionException().isPresent()) {
                for (int i = 0; i < pages.size(); i++) {
                    pages.get(i).screenshot("failed-" + name + "-" + i);
                }
            } else {
                pages.forEach(SitePage::mustHaveBeenQuiet);
            }
        } finally {
            pages.clear();
            contexts.forEach(BrowserContext::close);
            contexts.clear();
        }
    }
}
