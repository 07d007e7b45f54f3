package training.powerbi.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Published pages that were made for an address where the portal is not: each says what is wrong there, to whom it
/// may concern.
class WrongAddressIT {
    @RegisterExtension
    static final Browsers BROWSERS = new Browsers();

    @TempDir
    private Path folder;

    private PublishedPages pages;
    private HttpServer other;

    @BeforeEach
    void publish() throws IOException {
        pages = new PublishedPages(folder);
        other = HttpServer.create(loopback(), 0);
        other.start();
        PagesFolder.copy(folder, address(other));
    }

    @AfterEach
    void stop() {
        pages.close();
        other.stop(0);
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static URI address(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private SitePage visitor() {
        return BROWSERS.visitor(
                        pages.address(),
                        wishes -> wishes.setViewportSize(360, 740).setColorScheme(ColorScheme.LIGHT))
                .expect("CORS policy|Failed to load resource|Content Security Policy");
    }

    private static Locator failure(SitePage site) {
        return site.page().locator(".failure");
    }

    private static HttpHandler answering(int status, String type, String body) {
        return exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
                exchange.getResponseHeaders().set("Access-Control-Allow-Headers", "*");
                exchange.getResponseHeaders().set("Content-Type", type);
                var bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        };
    }

    private void isToldAsNoPortal(SitePage site) {
        site.open("");
        assertThat(failure(site)).containsText("What answers at " + address(other) + " is not the portal");
        site.open("#/sign-in");
        site.signIn("asha@example.com", "every tuesday");
        assertThat(site.page().locator(".form-problem")).containsText("is not the portal");
    }

    @Test
    void anAddressWhereThereIsNoPortalIsToldAsSuch() {
        var site = visitor();
        isToldAsNoPortal(site);
        site.screenshot("pages-no-portal");

        other.stop(0);
        site.open("");
        site.page().reload();
        assertThat(failure(site)).containsText("The portal at " + address(other) + " does not answer");
        site.screenshot("pages-no-answer");
    }

    @Test
    void anotherSiteThatAnswersEverythingWithItsStartPageIsNoPortal() {
        other.createContext("/", answering(200, "text/html", "<!doctype html><title>Our cakes</title>"));
        isToldAsNoPortal(visitor());
    }

    @Test
    void anotherApiThatKnowsNoSuchPathIsNoPortal() {
        other.createContext("/", answering(404, "application/json", "{\"message\":\"Not Found\"}"));
        isToldAsNoPortal(visitor());
    }

    @Test
    void anotherApiThatAnswersEverythingIsNoPortal() {
        other.createContext("/", answering(200, "application/json", "{\"status\":\"ok\"}"));
        isToldAsNoPortal(visitor());
    }

    @Test
    void anAddressThatHasMovedIsNoPortal() {
        other.createContext("/", WrongAddressIT::moved);
        isToldAsNoPortal(visitor());
    }

    private static void moved(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Location", "http://localhost:9/");
            exchange.sendResponseHeaders(302, -1);
        }
    }

    @Test
    void anAddressThatTakesConnectionsAndSaysNothingIsToldInTime() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            PagesFolder.pointAt(folder.resolve("index.html"), "http://127.0.0.1:" + silent.getLocalPort());
            PagesFolder.pointAt(folder.resolve("site.json"), "http://127.0.0.1:" + silent.getLocalPort());
            var site = visitor();
            site.page().clock().install();
            site.open("");
            assertThat(site.page().locator(".skeletons").first()).isVisible();
            site.page().clock().fastForward(15_000);
            site.page().clock().fastForward(8_000);
            assertThat(failure(site)).containsText("does not answer");
        }
    }

    @Test
    void aFolderWhoseAddressWasChangedByHandIsToldAsSuch() throws IOException {
        PagesFolder.pointAt(folder.resolve("site.json"), "http://127.0.0.1:9");
        var site = visitor();
        site.open("");
        assertThat(failure(site)).containsText("was made for a portal at another address");
    }
}
