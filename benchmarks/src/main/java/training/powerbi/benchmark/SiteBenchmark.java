package training.powerbi.benchmark;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/// A student opens a day over a slow line, in a browser that kept nothing and then in one that was here before. Told
/// are requests and bytes on the line, and when the largest part of the page was painted. The day has slides and files
/// and no film: how fast that begins is a matter of its own bytes.
final class SiteBenchmark {
    private static final int LATENCY_MILLIS = 150;
    private static final double BYTES_A_SECOND = 1_600_000 / 8.0;
    private static final int DAY = 1;
    private static final String PAINTED = """
            new PerformanceObserver(list => list.getEntries().forEach(entry => { window.painted = entry.startTime; }))
              .observe({ type: 'largest-contentful-paint', buffered: true });""";

    /// One look at the page.
    private record Visit(int requests, int bytes, int largest, int complete) {}

    private final String address;
    private final String email;
    private final String password;

    private SiteBenchmark(String port, String email, String password) {
        this.address = "http://127.0.0.1:" + port;
        this.email = email;
        this.password = password;
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        var api = new PortalApi(Integer.parseInt(arguments[0]), arguments[1], arguments[2]);
        api.client().unlockDay(DAY);
        var student = System.nanoTime() + "@example.com";
        api.register(student, "a student of the bench", api.invite());
        new SiteBenchmark(arguments[0], student, "a student of the bench").run(Integer.parseInt(arguments[3]));
    }

    private void run(int rounds) {
        var environment = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        var chromium = Path.of(Objects.requireNonNullElse(System.getenv("CHROMIUM"), "/usr/bin/chromium"));
        try (var playwright = Playwright.create(environment);
                var browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium)
                                .setArgs(List.of("--disable-gpu")))) {
            List<Visit> cold = new ArrayList<>();
            List<Visit> warm = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                try (var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1366, 768))) {
                    signIn(context);
                    cold.add(visit(context, true));
                    warm.add(visit(context, false));
                }
            }
            tell("cold, goals 12 requests, 120 kB, 1500 ms", cold);
            tell("next visit, goal 800 ms", warm);
        }
    }

    private void signIn(BrowserContext context) {
        var page = context.newPage();
        page.navigate(address + "/#/sign-in");
        page.getByLabel("E-mail address", exactly()).fill(email);
        page.getByLabel("Password", exactly()).fill(password);
        page.locator("form button.primary").click();
        page.locator(".cards > li").nth(11).waitFor();
        page.close();
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private Visit visit(BrowserContext context, boolean forgotten) {
        var page = context.newPage();
        var asked = new TreeMap<String, String>();
        var kept = new HashSet<String>();
        int[] bytes = {0};
        var devTools = context.newCDPSession(page);
        devTools.on("Network.requestWillBeSent", event -> asked.put(id(event), "http"));
        devTools.on("Network.webSocketCreated", event -> asked.put(id(event), "socket"));
        devTools.on("Network.requestServedFromCache", event -> kept.add(id(event)));
        devTools.on("Network.responseReceived", event -> {
            if (event.getAsJsonObject("response").get("fromDiskCache").getAsBoolean()) {
                kept.add(id(event));
            }
        });
        devTools.on(
                "Network.loadingFinished",
                event -> bytes[0] += event.get("encodedDataLength").getAsInt());
        devTools.send("Network.enable");
        if (forgotten) {
            devTools.send("Network.clearBrowserCache");
        }
        var line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", LATENCY_MILLIS);
        line.addProperty("downloadThroughput", BYTES_A_SECOND);
        line.addProperty("uploadThroughput", BYTES_A_SECOND);
        devTools.send("Network.emulateNetworkConditions", line);
        page.addInitScript(PAINTED);
        page.navigate(address + "/#/day/" + DAY);
        page.locator(".files li").first().waitFor();
        int complete = number(page, "performance.now()");
        page.waitForFunction("() => !document.querySelector('.connection .pill')");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        asked.keySet().removeAll(kept);
        var visit = new Visit(asked.size(), bytes[0], number(page, "window.painted"), complete);
        page.close();
        return visit;
    }

    private static String id(JsonObject event) {
        return event.get("requestId").getAsString();
    }

    private static int number(Page page, String expression) {
        return ((Number) page.evaluate("() => Math.round(" + expression + ")")).intValue();
    }

    private static void tell(String what, List<Visit> visits) {
        System.out.printf(
                "%s: %d requests, %.1f kB; largest paint %d ms (%d to %d), all of the day %d ms%n",
                what,
                middle(visits, Visit::requests),
                middle(visits, Visit::bytes) / 1000.0,
                middle(visits, Visit::largest),
                visits.stream().mapToInt(Visit::largest).min().orElse(0),
                visits.stream().mapToInt(Visit::largest).max().orElse(0),
                middle(visits, Visit::complete));
    }

    private static int middle(List<Visit> visits, ToIntFunction<Visit> of) {
        return visits.stream()
                .mapToInt(of)
                .sorted()
                .skip(visits.size() / 2)
                .findFirst()
                .orElse(0);
    }
}
