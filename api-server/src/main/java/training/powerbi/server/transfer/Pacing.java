package training.powerbi.server.transfer;

import java.io.InputStream;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// How long is waited for senders of files that all but stand still.
@Component
public class Pacing {
    private final TransferProperties settings;
    private final Clock clock;

    Pacing(TransferProperties settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /// The same bytes; reading them fails when the sender all but stands still.
    public InputStream over(InputStream body) {
        return new PacedStream(body, clock, settings.stall());
    }
}
