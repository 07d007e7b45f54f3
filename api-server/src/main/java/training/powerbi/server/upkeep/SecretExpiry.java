package training.powerbi.server.upkeep;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.model.error.PortalException;

/// Tells in time that the client secret for Fabric runs out: in health, in the desktop, and in the log once a day. When
/// it does, only whoever may read the app registration knows, so the operator says it (FABRIC_CLIENT_SECRET_EXPIRES).
@Service
public class SecretExpiry implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SecretExpiry.class);
    private static final int DAYS_AHEAD = 30;

    private final @Nullable LocalDate expires;
    private final Clock clock;
    private @Nullable ScheduledExecutorService worker;

    SecretExpiry(@Value("${portal.fabric.client-secret-expires:}") String expires, Clock clock) {
        this.expires = date(expires.strip());
        this.clock = clock;
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw PortalException.badInput(
                    "FABRIC_CLIENT_SECRET_EXPIRES",
                    "FABRIC_CLIENT_SECRET_EXPIRES must be a date such as 2027-05-31, as Entra shows it beside the"
                            + " secret.");
        }
    }

    /// What admins should know; empty when there is nothing.
    @PreAuthorize("hasRole('ADMIN')")
    public List<String> warnings() {
        return warning().stream().toList();
    }

    private Optional<String> warning() {
        if (expires == null) {
            return Optional.empty();
        }
        var left = ChronoUnit.DAYS.between(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), expires);
        if (left > DAYS_AHEAD) {
            return Optional.empty();
        }
        var when = left < 0
                ? "expired on " + expires
                : left == 0
                        ? "expires today"
                        : "expires on " + expires + ", in " + left + (left == 1 ? " day" : " days");
        return Optional.of("The client secret for Fabric " + when
                + ". Make a new one in Entra, set FABRIC_CLIENT_SECRET and FABRIC_CLIENT_SECRET_EXPIRES, and start the"
                + " portal again.");
    }

    @Override
    public synchronized void start() {
        var executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("secret-expiry").factory());
        worker = executor;
        var _ = executor.scheduleWithFixedDelay(
                () -> warning().ifPresent(sentence -> LOG.warn("{}", sentence)), 0, 1, TimeUnit.DAYS);
    }

    @Override
    public synchronized void stop() {
        if (worker != null) {
            worker.shutdownNow();
            worker = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return worker != null;
    }
}
