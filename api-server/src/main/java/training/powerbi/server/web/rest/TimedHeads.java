package training.powerbi.server.web.rest;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/// HTTP as the container speaks it, with an end to the time in which a request's head must arrive. The container waits
/// for each byte anew, so a sender who lets them trickle would otherwise hold its connection for ever. Such a
/// connection is closed without an answer, as one is on which nothing comes. The container makes this by its name.
public final class TimedHeads extends Http11NioProtocol {
    /// Since when nothing but blank lines has come. The container takes such a connection for an idle one and forgets
    /// about it, each time anew.
    private final Map<SocketWrapperBase<?>, Instant> blank = Collections.synchronizedMap(new WeakHashMap<>());

    private Clock clock = Clock.systemUTC();
    private Duration time = Duration.ofSeconds(30);

    /// Before the first connection.
    void limit(Clock portalClock, Duration headTime) {
        clock = portalClock;
        time = headTime;
    }

    @Override
    protected Processor createProcessor() {
        return new TimedProcessor();
    }

    private final class TimedProcessor extends Http11Processor {
        /// Of the request that was not whole yet when it was looked at last; the container tells one from the next.
        private @Nullable Instant unfinished;

        private Instant since = Instant.EPOCH;

        TimedProcessor() {
            super(TimedHeads.this, TimedHeads.this.getAdapter());
        }

        /// Called whenever bytes have come, until the head is whole.
        @Override
        public SocketState service(SocketWrapperBase<?> socket) throws IOException {
            var state = super.service(socket);
            if (state == SocketState.OPEN && getRequest().getStartTimeNanos() >= 0) {
                return isPast(blank.computeIfAbsent(socket, _ -> clock.instant())) ? SocketState.CLOSED : state;
            }
            blank.remove(socket);
            return state == SocketState.LONG && !isAsync() && isLate() ? SocketState.CLOSED : state;
        }

        private boolean isPast(Instant begun) {
            return clock.instant().isAfter(begun.plus(time));
        }

        private boolean isLate() {
            var begun = getRequest().getStartInstant();
            if (!begun.equals(unfinished)) {
                unfinished = begun;
                since = clock.instant();
            }
            return isPast(since);
        }
    }
}
