package training.powerbi.server.live;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import training.powerbi.model.error.PortalException;

/// A hot stream: each subscriber gets the events sent after it came, in the order sent. A subscriber that falls
/// more than [#BUFFER] events behind is dropped with a retryable error and starts over; it never slows the
/// sender or the others. Safe for use by many threads as long as one thread sends at a time.
public final class Broadcast<E> {
    static final int BUFFER = 1_024;

    private final Set<FluxSink<E>> subscribers = ConcurrentHashMap.newKeySet();

    public void send(E event) {
        subscribers.forEach(subscriber -> subscriber.next(event));
    }

    public Flux<E> stream() {
        return Flux.<E>create(
                        subscriber -> {
                            subscribers.add(subscriber);
                            subscriber.onDispose(() -> subscribers.remove(subscriber));
                        },
                        FluxSink.OverflowStrategy.IGNORE)
                .onBackpressureBuffer(BUFFER, BufferOverflowStrategy.ERROR)
                .onErrorMap(IllegalStateException.class, overflow -> tooSlow());
    }

    private static PortalException tooSlow() {
        return PortalException.tooManyRequests(
                "This connection reads too slowly and was cut off; subscribe again and ask for the current state.", 1);
    }
}
