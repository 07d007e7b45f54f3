package training.powerbi.client.live;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.client.http.PortalHttp;

/// One WebSocket. What happens on it is told on the feed's thread; the next message is read only when the one before
/// has been dealt with, so a flood waits at the portal and not in memory here.
final class LiveSocket implements WebSocket.Listener {
    static final String PROTOCOL = "graphql-transport-ws";
    /// Closed without a code of the portal's.
    static final int CUT = 1006;
    private static final Logger LOG = LoggerFactory.getLogger(LiveSocket.class);
    private static final int LONGEST_MESSAGE = 16 * 1024 * 1024;

    /// Who hears of it.
    interface Events {
        void opened();

        void message(String text);

        /// Once, as the last event.
        void closed(int code);
    }

    private final Executor feed;
    private final Events events;
    private final StringBuilder partial = new StringBuilder();
    private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);
    private volatile @Nullable WebSocket socket;
    private boolean over;

    private LiveSocket(Executor feed, Events events) {
        this.feed = feed;
        this.events = events;
    }

    static LiveSocket open(HttpClient client, URI address, Executor feed, Events events) {
        var live = new LiveSocket(feed, events);
        var _ = client.newWebSocketBuilder()
                .connectTimeout(PortalHttp.CONNECT)
                .subprotocols(PROTOCOL)
                .buildAsync(address, live)
                .whenComplete((_, failed) -> {
                    if (failed != null) {
                        LOG.debug("No live connection: {}", failed.toString());
                        live.close(CUT);
                    }
                });
        return live;
    }

    @Override
    public void onOpen(WebSocket opened) {
        socket = opened;
        feed.execute(() -> {
            if (over) {
                opened.abort();
                return;
            }
            events.opened();
            opened.request(1);
        });
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket source, CharSequence data, boolean last) {
        partial.append(data);
        if (partial.length() > LONGEST_MESSAGE) {
            source.abort();
            close(CUT);
        } else if (last) {
            var message = partial.toString();
            partial.setLength(0);
            feed.execute(() -> {
                if (!over) {
                    events.message(message);
                    source.request(1);
                }
            });
        } else {
            source.request(1);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket source, int code, String reason) {
        close(code);
        return null;
    }

    @Override
    public void onError(WebSocket source, Throwable failed) {
        LOG.debug("The live connection was cut: {}", failed.toString());
        close(CUT);
    }

    private void close(int code) {
        feed.execute(() -> {
            if (!over) {
                over = true;
                events.closed(code);
            }
        });
    }

    /// One message after the other; on the feed's thread.
    void send(String text) {
        var target = socket;
        if (target != null && !over) {
            sending = sending.thenCompose(_ -> target.sendText(text, true));
            var _ = sending.whenComplete((_, failed) -> {
                if (failed != null) {
                    close(CUT);
                }
            });
        }
    }

    /// Without another event; on the feed's thread.
    void abort() {
        over = true;
        var target = socket;
        if (target != null) {
            target.abort();
        }
    }
}
