package training.powerbi.server.upkeep;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.lakehouse.check.StoreDoctor;
import training.powerbi.model.error.PortalException;

/// Looks at the whole store once a week, in the background, whatever is restarted in between: damage is found while
/// backups without it are still there. What it found stands in the store itself.
@Component
public class StoreCheckup implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(StoreCheckup.class);
    private static final BlobName LAST = BlobName.of("upkeep", "last-checkup.json");

    private final StoreDoctor doctor;
    private final BlobStore blobs;
    private final Lakehouse lakehouse;
    private final CheckupProperties settings;
    private final JsonMapper json;
    private final Clock clock;
    private volatile @Nullable Checkup last;
    private @Nullable ScheduledExecutorService worker;

    StoreCheckup(
            StoreDoctor doctor,
            BlobStore blobs,
            Lakehouse lakehouse,
            CheckupProperties settings,
            JsonMapper json,
            Clock clock) {
        this.doctor = doctor;
        this.blobs = blobs;
        this.lakehouse = lakehouse;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /// What the last look found; empty before the first.
    public Optional<Checkup> last() {
        return Optional.ofNullable(last);
    }

    @Override
    public synchronized void start() {
        if (!isAway()) {
            last = read();
        }
        if (!settings.every().isZero()) {
            var executor = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("checkup").factory());
            worker = executor;
            var ask = settings.ask().toMillis();
            var _ = executor.scheduleWithFixedDelay(this::look, ask, ask, TimeUnit.MILLISECONDS);
        }
    }

    /// Whatever happens: a schedule that throws once would never look again.
    private void look() {
        if (isAway()) {
            return;
        }
        try {
            var known = read();
            last = known;
            if (known == null || !known.at().plus(settings.every()).isAfter(clock.instant())) {
                var found = Checkup.of(doctor.check(PortalFiles.ALL));
                blobs.put(LAST, json.writeValueAsString(found).getBytes(StandardCharsets.UTF_8));
                last = found;
                LOG.info(
                        "Looked at the whole store: {} data files, {} files beside the tables, {} problems",
                        found.dataFiles(),
                        found.blobs(),
                        found.problems().size());
            }
        } catch (PortalException e) {
            LOG.warn("The store could not be looked at and will be later: {}", e.sentence());
        } catch (RuntimeException e) {
            LOG.error("The look at the store failed", e);
        }
    }

    /// Of a store that is away nothing can be said; it is looked at when it is back.
    private boolean isAway() {
        return lakehouse.staleness().isPresent();
    }

    /// Another server of the same lakehouse may have looked.
    private @Nullable Checkup read() {
        try {
            var blob = blobs.find(LAST);
            if (blob.isEmpty()) {
                return null;
            }
            try (var stream = Channels.newInputStream(blob.get().open())) {
                return json.readValue(stream.readAllBytes(), Checkup.class);
            }
        } catch (IOException | JacksonException | PortalException e) {
            LOG.warn("What the last look at the store found cannot be read; it is looked at again: {}", e.toString());
            return null;
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
