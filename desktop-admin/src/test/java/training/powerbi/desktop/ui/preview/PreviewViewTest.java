package training.powerbi.desktop.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.scene.web.WebView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.Start;
import training.powerbi.desktop.testing.Desk;
import training.powerbi.desktop.testing.Pictures;
import training.powerbi.desktop.testing.Samples;
import training.powerbi.desktop.testing.WindowTest;
import training.powerbi.model.VideoPlatform;

@WindowTest
class PreviewViewTest {
    private final Desk desk = Desk.atOnce().read();
    private final Stage[] stage = new Stage[1];
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server = newServer();
    private PreviewViewModel model = modelWith(true);

    @Start
    void keep(Stage first) {
        stage[0] = first;
    }

    private static HttpServer newServer() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private PreviewViewModel modelWith(boolean sound) {
        return modelAt(portal(), sound);
    }

    private PreviewViewModel modelAt(URI portal, boolean sound) {
        return new PreviewViewModel(
                portal, desk.tasks, desk.screen, desk.dialogs, new AudioLibrary("Linux", library -> sound));
    }

    private URI portal() {
        return portalAt(server.getAddress().getPort());
    }

    private static URI portalAt(int port) {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    @BeforeEach
    void begin() {
        server.start();
    }

    @AfterEach
    void end() {
        Pictures.onFx(model::close);
        server.stop(0);
    }

    /// A page without sound or pictures, so that nothing of the system's is needed.
    private void serve(String path, String page) {
        server.createContext(path, exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            var body = page.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private void show(ColorScheme scheme) {
        Pictures.onFx(() -> Pictures.show(stage[0], new PreviewView(model).root(), 720, 480, scheme));
    }

    private WebView browser() {
        var found = (WebView) stage[0].getScene().getRoot().lookup(".web-view");
        assertThat(found).isNotNull();
        return found;
    }

    private void awaitState(PreviewState state) {
        await().atMost(Duration.ofMinutes(1)).until(() -> model.state().get() == state);
    }

    @Test
    void takesNoRoomAndHasNoBrowserBeforeItIsUsed() {
        show(ColorScheme.DARK);

        assertThat(stage[0].getScene().getRoot().isVisible()).isFalse();
        assertThat(stage[0].getScene().getRoot().lookup(".web-view")).isNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"DARK", "LIGHT"})
    void playsOnThePortalsPageUntilItIsClosed(ColorScheme scheme) {
        serve(
                "/preview.html",
                "<title>loading</title><body style='background:#123;color:#fff'>A recording"
                        + "<script>document.title = location.hash ? 'ready' : 'failed: badAddress'</script>");
        show(scheme);
        Pictures.onFx(() -> model.open(Samples.recording("r1", 1, "Part 1", VideoPlatform.DIRECT)));
        awaitState(PreviewState.SHOWN);
        assertThat(Pictures.take(stage[0], "preview-shown", scheme)).isNotEmptyFile();

        Pictures.onFx(model::close);
        assertThat(stage[0].getScene().getRoot().lookup(".web-view")).isNull();
    }

    @Test
    void waitsForAPageThatTakesItsTimeToSayHowItGetsOn() {
        serve(
                "/preview.html",
                "<title>loading</title><body>A recording"
                        + "<script>onload = () => setTimeout(() => document.title = 'ready', 300)</script>");
        show(ColorScheme.DARK);
        Pictures.onFx(() -> model.open(Samples.recording("r1", 1, "Part 1", VideoPlatform.DIRECT)));

        awaitState(PreviewState.SHOWN);
    }

    @Test
    void goesNowhereElse() {
        serve("/preview.html", "<title>ready</title>");
        show(ColorScheme.DARK);
        Pictures.onFx(() -> model.open(Samples.recording("r1", 1, "Part 1", VideoPlatform.DIRECT)));
        awaitState(PreviewState.SHOWN);
        // The same computer by another name is another site.
        var elsewhere = "http://localhost:" + server.getAddress().getPort() + "/elsewhere";
        Pictures.onFx(() -> browser().getEngine().executeScript("location.href = '" + elsewhere + "'"));

        await().atMost(Duration.ofMinutes(1))
                .until(() -> asked.stream().filter("/preview.html"::equals).count() >= 2);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> onFx(() -> browser().getEngine().getLocation()).startsWith(portal().toString()));
    }

    private static String onFx(Supplier<String> question) {
        var answer = new String[1];
        Pictures.onFx(() -> answer[0] = question.get());
        return answer[0];
    }

    @Test
    void opensNoOtherWindows() {
        serve("/preview.html", "<title>ready</title>");
        show(ColorScheme.DARK);
        Pictures.onFx(() -> model.open(Samples.recording("r1", 1, "Part 1", VideoPlatform.DIRECT)));
        awaitState(PreviewState.SHOWN);

        Pictures.onFx(() -> assertThat(browser().getEngine().executeScript("window.open('about:blank') === null"))
                .isEqualTo(true));
    }

    @Test
    void keepsScriptsOutOfTheProgram() {
        serve("/preview.html", "<title>ready</title>");
        show(ColorScheme.DARK);
        Pictures.onFx(() -> model.open(Samples.recording("r1", 1, "Part 1", VideoPlatform.DIRECT)));
        awaitState(PreviewState.SHOWN);

        Pictures.onFx(() -> assertThat(browser().getEngine().executeScript("typeof java + ' ' + confirm('?')"))
                .isEqualTo("undefined false"));
    }

    @Test
    void saysSoWhenThePortalDoesNotAnswer() throws IOException {
        // Taken, and nobody listens: the port of a server that was stopped may soon be somebody else's.
        try (var taken = new Socket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            model = modelAt(portalAt(taken.getLocalPort()), true);
            show(ColorScheme.DARK);
            Pictures.onFx(() -> model.open(Samples.recording("r1", 1, "Part 1", VideoPlatform.DIRECT)));

            awaitState(PreviewState.FAILED);
            assertThat(model.reason().get()).contains("could not be loaded");
        }
    }

    /// Nothing at all is also what JavaFX makes of a connection that is refused quickly.
    @Test
    void saysSoWhenAnEmptyPageArrives() {
        serve("/preview.html", "");
        show(ColorScheme.DARK);
        Pictures.onFx(() -> model.open(Samples.recording("r1", 1, "Part 1", VideoPlatform.DIRECT)));

        awaitState(PreviewState.FAILED);
        assertThat(model.reason().get()).contains("could not be loaded");
    }

    @ParameterizedTest
    @EnumSource(names = {"DARK", "LIGHT"})
    void makesNoBrowserWhereAVideoWouldTakeTheProgramDown(ColorScheme scheme) {
        model = modelWith(false);
        show(scheme);
        Pictures.onFx(() -> model.open(Samples.recording("r1", 1, "Part 1", VideoPlatform.UPLOAD)));

        assertThat(stage[0].getScene().getRoot().lookup(".web-view")).isNull();
        assertThat(Pictures.take(stage[0], "preview-failed", scheme)).isNotEmptyFile();
    }
}
