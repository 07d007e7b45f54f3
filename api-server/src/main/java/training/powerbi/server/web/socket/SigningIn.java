package training.powerbi.server.web.socket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.stereotype.Component;
import training.powerbi.server.limit.Limits;
import training.powerbi.server.limit.Network;

/// The sockets that have not signed in, of which there is a limited number in all and of one network. They cost as much
/// as others and anyone may open them; a class behind one address that comes back at once still finds room.
@Component
class SigningIn {
    /// A socket that is told to go needs a moment to be gone.
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final Limits limits;
    private final Duration time;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    /// Oldest first.
    private final SequencedSet<Place> taken = new LinkedHashSet<>();

    private final Map<String, Integer> ofNetwork = new HashMap<>();

    SigningIn(Limits limits, GraphQlProperties properties, Clock clock) {
        this.limits = limits;
        this.time = properties.getWebsocket().getConnectionInitTimeout().plus(FAREWELL);
        this.clock = clock;
    }

    /// Empty when no more may come now, or not from this address.
    Optional<Place> enter(String address) {
        String network = Network.of(address);
        Instant now = clock.instant();
        lock.lock();
        try {
            forgetOverdue(now);
            int beside = ofNetwork.getOrDefault(network, 0);
            if (taken.size() >= limits.socketsSigningIn() || beside >= limits.socketsSigningInPerAddress()) {
                return Optional.empty();
            }
            Place place = new Place(network, now.plus(time));
            taken.add(place);
            ofNetwork.put(network, beside + 1);
            return Optional.of(place);
        } finally {
            lock.unlock();
        }
    }

    /// A handshake that broke off may never become a socket that could close; its place is free again by then.
    private void forgetOverdue(Instant now) {
        Iterator<Place> oldest = taken.iterator();
        while (oldest.hasNext()) {
            Place place = oldest.next();
            if (now.isBefore(place.until)) {
                return;
            }
            oldest.remove();
            release(place.network);
        }
    }

    private void release(String network) {
        ofNetwork.computeIfPresent(network, (_, count) -> count > 1 ? count - 1 : null);
    }

    /// One socket's place.
    final class Place {
        private final String network;
        private final Instant until;

        private Place(String network, Instant until) {
            this.network = network;
            this.until = until;
        }

        /// When it has signed in or is closed; safe to call twice.
        void leave() {
            lock.lock();
            try {
                if (taken.remove(this)) {
                    release(network);
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
