package training.powerbi.server.upkeep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import training.powerbi.server.audit.AuditHead;
import training.powerbi.server.audit.AuditProof;

/// Says the newest hash of the audit log once a day, at the start first: in the log, and in a file where one is named.
/// A log that was cut at its end is whole to whoever knows nothing of what was there.
@Component
class AuditAnchor implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AuditAnchor.class);

    private final AuditProof audit;
    private final AnchorProperties settings;
    private final Clock clock;
    private @Nullable AuditHead said;
    private @Nullable ScheduledExecutorService worker;

    AuditAnchor(AuditProof audit, AnchorProperties settings, Clock clock) {
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        var executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("audit-anchor").factory());
        worker = executor;
        var _ = executor.scheduleWithFixedDelay(
                this::say, 0, settings.anchorEvery().toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Whatever happens: a schedule that throws once would never go on.
    private void say() {
        try {
            audit.newest().filter(head -> !head.equals(said)).ifPresent(this::say);
        } catch (RuntimeException e) {
            LOG.error("The newest hash of the audit log could not be said", e);
        }
    }

    private void say(AuditHead head) {
        LOG.info("Audit log: entry {}, hash {}", head.sequence(), head.hash());
        var file = settings.anchor();
        if (file != null && !write(file, head)) {
            return;
        }
        said = head;
    }

    private boolean write(Path file, AuditHead head) {
        var line = clock.instant().truncatedTo(ChronoUnit.SECONDS) + " " + head.sequence() + " " + head.hash() + "\n";
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return true;
        } catch (IOException e) {
            LOG.warn(
                    "The newest hash of the audit log could not be added to {} (PORTAL_AUDIT_ANCHOR): {}. See that its"
                            + " folder is there and may be written.",
                    file,
                    e.toString());
            return false;
        }
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
