package training.powerbi.client.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.core.JacksonException;
import training.powerbi.client.PortalConfig;

/// HTTP with one portal. Whatever goes wrong on the way comes out as [training.powerbi.client.UnreachableException],
/// what the portal
/// refuses as it began there. Safe for use by many threads.
public final class PortalHttp implements AutoCloseable {
    public static final String CONFIG = "/api/v1/config";
    public static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration REQUEST = Duration.ofSeconds(20);
    /// The whole course is far smaller; a stranger's endless answer ends here.
    private static final long LARGEST_ANSWER = 64L * 1024 * 1024;

    private final URI portal;
    private final HttpClient client;
    private final ExecutorService threads;

    private PortalHttp(URI portal, HttpClient client, ExecutorService threads) {
        this.portal = portal;
        this.client = client;
        this.threads = threads;
    }

    /// Connects when something is first asked for.
    ///
    /// @param portal such as `https://portal.example.org`
    public static PortalHttp to(URI portal) {
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                // A token must not follow a redirect to another host.
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(threads)
                .build();
        return new PortalHttp(portal, client, threads);
    }

    /// A request to a path of the portal, such as `/graphql`.
    public HttpRequest.Builder request(String path) {
        return request(portal.resolve(path));
    }

    public HttpRequest.Builder request(URI address) {
        return named(address).timeout(REQUEST);
    }

    /// A request with a name of its own, which the portal's log lines carry.
    public static HttpRequest.Builder named(URI address) {
        return HttpRequest.newBuilder(address)
                .header("X-Request-Id", UUID.randomUUID().toString());
    }

    /// What the portal says of itself to anyone; fails as [#ask] does.
    public PortalConfig config() {
        return ask(request(CONFIG).GET().build(), PortalConfig.class);
    }

    /// Sends, and reads what a success tells.
    ///
    /// @throws training.powerbi.model.error.PortalException when the portal refuses
    /// @throws UnreachableException when no answer of a portal's comes
    /// @throws CancellationException when the thread is interrupted, which it stays
    public <T> T ask(HttpRequest request, Class<T> type) {
        var answer = granted(send(request));
        try {
            T value = Json.MAPPER.readValue(answer.body(), type);
            if (value == null) {
                throw Unreachable.notAPortal(portal, null);
            }
            return value;
        } catch (JacksonException | NullPointerException unfit) {
            throw Unreachable.notAPortal(portal, unfit);
        }
    }

    /// Sends what is answered without words; fails as [#ask] does.
    public void tell(HttpRequest request) {
        granted(send(request));
    }

    public Answer granted(Answer answer) {
        if (!answer.isSuccess()) {
            throw Refusals.of(portal, answer);
        }
        return answer;
    }

    public Answer send(HttpRequest request) {
        try {
            var response = client.send(
                    request, BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST_ANSWER));
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException failed) {
            throw Unreachable.because(portal, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw cancelled(interrupted);
        }
    }

    public static CancellationException cancelled(InterruptedException interrupted) {
        var cancelled = new CancellationException("The request was given up");
        cancelled.initCause(interrupted);
        return cancelled;
    }

    public URI portal() {
        return portal;
    }

    public HttpClient client() {
        return client;
    }

    @Override
    public void close() {
        client.shutdownNow();
        threads.shutdownNow();
    }
}
