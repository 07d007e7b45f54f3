package training.powerbi.desktop.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/// Opens a sign-in page and submits the form on it, as a browser's script does; or is closed by its user at once.
public final class FakeBrowser implements Consumer<URI> {
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");
    private static final Pattern INPUT = Pattern.compile("name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final SSLContext trust;
    private final List<URI> opened = new CopyOnWriteArrayList<>();
    private volatile boolean closes;

    public FakeBrowser(SSLContext trust) {
        this.trust = trust;
    }

    /// From now on its user closes it without signing in.
    public void isClosedAtOnce() {
        closes = true;
    }

    public List<URI> opened() {
        return List.copyOf(opened);
    }

    @Override
    public void accept(URI page) {
        opened.add(page);
        if (!closes) {
            submit(page);
        }
    }

    private void submit(URI address) {
        try (var http = HttpClient.newBuilder().sslContext(trust).build()) {
            var page = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
            var action =
                    ACTION.matcher(page).results().findFirst().orElseThrow().group(1);
            var fields = INPUT.matcher(page)
                    .results()
                    .map(input -> input.group(1) + '=' + URLEncoder.encode(input.group(2), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            http.send(
                    HttpRequest.newBuilder(URI.create(action))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(fields))
                            .build(),
                    BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
