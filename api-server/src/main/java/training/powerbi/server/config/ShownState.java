package training.powerbi.server.config;

import java.time.Instant;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.lakehouse.StoreStatus.Staleness;

/// How old the course is that everybody sees.
@Service
class ShownState {
    private final Lakehouse lakehouse;

    ShownState(Lakehouse lakehouse) {
        this.lakehouse = lakehouse;
    }

    /// Of when it is, while the store is away; empty while it is of now.
    @PreAuthorize("permitAll()")
    public Optional<Instant> staleSince() {
        return lakehouse.staleness().map(Staleness::asOf);
    }
}
