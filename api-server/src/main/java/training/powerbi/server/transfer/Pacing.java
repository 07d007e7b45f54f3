package training.powerbi.server.transfer;

import java.io.InputStream;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// How long is waited for senders of files that all but stand still.
@Component
public class Pacing {
    private final TransferLimits limits;
    private final Clock clock;

    Pacing(TransferLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /// The same bytes; reading them fails when the sender all but stands still.
    public InputStream over(InputStream body) {
        return new PacedStream(body, clock, limits.stall());
    }
}
