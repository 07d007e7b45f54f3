package training.powerbi.client.live;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import training.powerbi.client.graphql.Documents;
import training.powerbi.client.http.Refusals;

/// The protocol graphql-transport-ws on one socket, from the first message to the last. On the feed's thread only.
final class LiveSession implements LiveSocket.Events {
    /// A query behind the subscriptions: when it is answered, they are in place.
    static final String FENCE = "Fence";
    private static final int REFUSED = 4401;
    private static final int TOKEN_ENDED = 4403;
    private static final long SILENCE = Duration.ofSeconds(10).toNanos();
    private static final long BEGINNING = Duration.ofSeconds(20).toNanos();

    /// Why a session ended.
    enum End {
        /// The portal does not take the token.
        REFUSED,
        /// The token ran out or was taken back.
        TOKEN_ENDED,
        /// Anything that may be over in a moment.
        LOST
    }

    /// Who hears of it.
    interface Owner {
        void live();

        void event(LiveStream stream, JsonNode data);

        /// Once, as the last event.
        void ended(End end);
    }

    private final String token;
    private final Documents documents;
    private final LongSupplier nanos;
    private final Owner owner;
    private final long begunAt;
    private @Nullable LiveSocket socket;
    private long heardAt;
    private boolean pinged;
    private boolean live;
    private boolean over;

    LiveSession(String token, Documents documents, LongSupplier nanos, Owner owner) {
        this.token = token;
        this.documents = documents;
        this.nanos = nanos;
        this.owner = owner;
        this.begunAt = nanos.getAsLong();
        this.heardAt = begunAt;
    }

    void over(LiveSocket opened) {
        socket = opened;
    }

    @Override
    public void opened() {
        send(LiveFrame.init(token));
    }

    @Override
    public void message(String text) {
        heardAt = nanos.getAsLong();
        pinged = false;
        var frame = LiveFrame.read(text);
        if (frame == null) {
            end(End.LOST);
            return;
        }
        switch (frame.type()) {
            case "connection_ack" -> subscribe();
            case "ping" -> send(LiveFrame.PONG);
            case "next" -> next(frame);
            case "error" -> end(endBecause(frame.payload().path(0)));
            case "complete" -> {
                if (!frame.id().equals(FENCE)) {
                    end(End.LOST);
                }
            }
            default -> {
                // A pong, or what a newer portal adds.
            }
        }
    }

    private void subscribe() {
        Stream.of(LiveStream.values()).map(LiveStream::operation).forEach(this::ask);
        ask(FENCE);
    }

    private void ask(String operation) {
        send(LiveFrame.subscribe(operation, documents.named(operation)));
    }

    private void next(LiveFrame frame) {
        var error = frame.payload().path("errors").path(0);
        if (!error.isMissingNode()) {
            end(endBecause(error));
        } else if (frame.id().equals(FENCE)) {
            if (!live) {
                live = true;
                owner.live();
            }
        } else {
            LiveStream.of(frame.id())
                    .ifPresent(stream -> owner.event(stream, frame.payload().path("data")));
        }
    }

    private static End endBecause(JsonNode error) {
        return switch (Refusals.of(error).code()) {
            case UNAUTHENTICATED -> End.TOKEN_ENDED;
            case ACCESS_DENIED, PASSWORD_CHANGE_REQUIRED -> End.REFUSED;
            default -> End.LOST;
        };
    }

    /// Called about once a second.
    void tick() {
        long now = nanos.getAsLong();
        if (!live && now - begunAt > BEGINNING) {
            end(End.LOST);
        } else if (now - heardAt > 2 * SILENCE) {
            end(End.LOST);
        } else if (!pinged && now - heardAt > SILENCE) {
            pinged = true;
            send(LiveFrame.PING);
        }
    }

    @Override
    public void closed(int code) {
        end(
                switch (code) {
                    case REFUSED -> End.REFUSED;
                    case TOKEN_ENDED -> End.TOKEN_ENDED;
                    default -> End.LOST;
                });
    }

    private void end(End end) {
        if (!over) {
            abandon();
            owner.ended(end);
        }
    }

    /// Ends it without another word to its owner.
    void abandon() {
        over = true;
        if (socket != null) {
            socket.abort();
        }
    }

    private void send(String text) {
        if (socket != null) {
            socket.send(text);
        }
    }
}
