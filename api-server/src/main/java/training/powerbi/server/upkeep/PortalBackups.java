package training.powerbi.server.upkeep;

import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.lakehouse.StoreStatus.Staleness;
import training.powerbi.lakehouse.backup.BackupReport;
import training.powerbi.lakehouse.backup.Backups;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.StoreActions;

/// Backups that admins have the running portal make, one at a time. They take their time, so whoever asks for one asks
/// later how it went.
@Service
class PortalBackups {
    private static final Logger LOG = LoggerFactory.getLogger(PortalBackups.class);

    private final Backups backups;
    private final Lakehouse lakehouse;
    private final BackupProperties settings;
    private final StoreActions actions;
    private final Clock clock;
    private final AtomicReference<BackupState> state = new AtomicReference<>(new BackupState(false, null, null, null));
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("backup").factory());

    PortalBackups(Backups backups, Lakehouse lakehouse, BackupProperties settings, StoreActions actions, Clock clock) {
        this.backups = backups;
        this.lakehouse = lakehouse;
        this.settings = settings;
        this.actions = actions;
        this.clock = clock;
    }

    @PreAuthorize("hasRole('ADMIN')")
    public BackupState state() {
        return state.get();
    }

    /// Begins a backup.
    ///
    /// @throws PortalException BAD_USER_INPUT when there is no folder for it, CONFLICTING_UPDATE while one is made,
    /// STORAGE_UNAVAILABLE while the store is away
    @PreAuthorize("hasRole('ADMIN')")
    public BackupState start(Viewer viewer) {
        var folder = settings.directory();
        if (folder == null) {
            throw PortalException.badInput(
                    "PORTAL_BACKUP_DIR",
                    "This portal has no folder for backups. Set PORTAL_BACKUP_DIR on the server to a folder on another"
                            + " disk and start it again.");
        }
        lakehouse.staleness().ifPresent(PortalBackups::refuse);
        var before = state.get();
        var started = before.started(clock.instant());
        if (before.running() || !state.compareAndSet(before, started)) {
            throw new PortalException(ErrorCode.CONFLICTING_UPDATE, "A backup is being made. Wait until it has ended.");
        }
        try {
            worker.execute(() -> run(folder, viewer));
        } catch (RejectedExecutionException e) {
            state.set(before);
            throw new PortalException(ErrorCode.STORAGE_UNAVAILABLE, "The portal is shutting down.", e);
        }
        return started;
    }

    private static void refuse(Staleness away) {
        throw new PortalException(
                ErrorCode.STORAGE_UNAVAILABLE, away.reason() + " A backup can be made when it is back.");
    }

    private void run(Path folder, Viewer viewer) {
        try {
            var report = backups.backUp(folder);
            actions.add(
                    report.id(),
                    viewer.attempt(null),
                    ActionType.CREATE_BACKUP,
                    Map.of("backup", report.id(), "files", report.files(), "bytes", report.bytes()),
                    report.at());
            var pruned = prune(folder);
            state.updateAndGet(now -> now.finished(finished(report), pruned));
        } catch (PortalException e) {
            LOG.warn("The backup was not finished: {}", e.sentence());
            state.updateAndGet(now -> now.failed(e.sentence()));
        } catch (RuntimeException | Error e) {
            LOG.error("The backup failed", e);
            state.updateAndGet(now -> now.failed("The backup failed; the server's log says why."));
        }
    }

    /// @return what kept older backups from being dropped; null when nothing did
    private @Nullable String prune(Path folder) {
        if (settings.keep() == 0) {
            return null;
        }
        try {
            var report = Backups.prune(folder, settings.keep());
            LOG.info("Dropped {} older backups and {} files", report.backups(), report.files());
            return null;
        } catch (PortalException e) {
            LOG.warn("Older backups were not dropped: {}", e.sentence());
            return "The backup was made, but older ones were not dropped: " + e.sentence();
        }
    }

    private static BackupState.Finished finished(BackupReport report) {
        return new BackupState.Finished(
                report.id(),
                report.at(),
                report.tables().size(),
                report.files(),
                report.bytes(),
                report.newFiles(),
                report.newBytes());
    }

    @PreDestroy
    void stop() {
        worker.close();
    }
}
