package training.powerbi.client.live;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import training.powerbi.client.ConnectionState;
import training.powerbi.client.LiveFeed;
import training.powerbi.client.SignedOutException;
import training.powerbi.client.TokenProvider;
import training.powerbi.client.UnreachableException;
import training.powerbi.client.graphql.Documents;
import training.powerbi.client.http.Backoff;
import training.powerbi.client.http.PortalHttp;

/// Keeps one session open. Everything happens on one thread, so nothing here needs a lock.
final class SocketFeed implements LiveFeed {
    private static final Logger LOG = LoggerFactory.getLogger(SocketFeed.class);

    private final URI address;
    private final HttpClient client;
    private final TokenProvider tokens;
    private final Documents documents;
    private final Backoff backoff;
    private final SleepWatch sleep;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-feed").factory());

    private @Nullable Listener listener;
    private @Nullable LiveSession session;
    private @Nullable Future<?> retry;
    private boolean freshTokenTried;

    SocketFeed(PortalHttp http, TokenProvider tokens, Documents documents, Clock clock, RandomGenerator random) {
        this.address = URI.create(http.portal().resolve("/graphql").toString().replaceFirst("^http", "ws"));
        this.client = http.client();
        this.tokens = tokens;
        this.documents = documents;
        this.backoff = new Backoff(random);
        this.sleep = new SleepWatch(clock, System::nanoTime);
    }

    @Override
    public void start(Listener hearer) {
        run(() -> {
            if (listener == null) {
                listener = hearer;
                connect();
            }
        });
        var _ = thread.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void reconnect() {
        run(() -> {
            if (listener != null && session == null) {
                backoff.reset();
                freshTokenTried = false;
                connect();
            }
        });
    }

    @Override
    public void close() {
        run(() -> {
            listener = null;
            leave();
        });
        thread.shutdown();
    }

    private void tick() {
        if (listener != null && sleep.wokeUp()) {
            LOG.info("The computer slept; connecting anew");
            backoff.reset();
            leave();
            connect();
        } else if (session != null) {
            session.tick();
        }
    }

    private void connect() {
        leave();
        tell(new ConnectionState.Connecting());
        String token;
        try {
            token = tokens.accessToken();
        } catch (SignedOutException _) {
            tell(new ConnectionState.Refused());
            return;
        } catch (UnreachableException | CancellationException _) {
            retryLater();
            return;
        }
        var next = new LiveSession(token, documents, System::nanoTime, new Hearing(token));
        session = next;
        next.over(LiveSocket.open(client, address, this::run, next));
    }

    private void retryLater() {
        var pause = backoff.next();
        tell(new ConnectionState.Waiting(pause));
        retry = thread.schedule(() -> run(this::connect), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Ends whatever is going on.
    private void leave() {
        if (retry != null) {
            retry.cancel(false);
            retry = null;
        }
        if (session != null) {
            session.abandon();
            session = null;
        }
    }

    /// What a session tells.
    private final class Hearing implements LiveSession.Owner {
        private final String token;
        private boolean wasLive;

        Hearing(String token) {
            this.token = token;
        }

        @Override
        public void live() {
            wasLive = true;
            freshTokenTried = false;
            backoff.reset();
            tell(new ConnectionState.Live());
            call(Listener::subscribed);
        }

        @Override
        public void event(LiveStream stream, JsonNode data) {
            call(hearer -> {
                try {
                    stream.tell(data, hearer);
                } catch (JacksonException unknown) {
                    LOG.warn("An event of {} was not understood: {}", stream, unknown.getOriginalMessage());
                }
            });
        }

        @Override
        public void ended(LiveSession.End end) {
            session = null;
            switch (end) {
                case LOST -> retryLater();
                case REFUSED -> {
                    tokens.refused(token);
                    if (freshTokenTried) {
                        tell(new ConnectionState.Refused());
                    } else {
                        freshTokenTried = true;
                        connect();
                    }
                }
                case TOKEN_ENDED -> {
                    tokens.refused(token);
                    if (wasLive) {
                        connect();
                    } else {
                        retryLater();
                    }
                }
            }
        }
    }

    private interface Telling {
        void to(Listener listener);
    }

    private void tell(ConnectionState state) {
        call(hearer -> hearer.stateChanged(state));
    }

    private void call(Telling telling) {
        if (listener != null) {
            telling.to(listener);
        }
    }

    /// On the feed's thread. What goes wrong there must not end the feed.
    private void run(Runnable action) {
        try {
            thread.execute(() -> {
                try {
                    action.run();
                } catch (RuntimeException defect) {
                    LOG.error("The live feed stumbled", defect);
                }
            });
        } catch (RejectedExecutionException closed) {
            LOG.debug("The live feed is closed", closed);
        }
    }
}
