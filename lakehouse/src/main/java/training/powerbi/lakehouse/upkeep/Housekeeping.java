package training.powerbi.lakehouse.upkeep;

import io.delta.kernel.TableManager;
import io.delta.kernel.exceptions.CheckpointAlreadyExistsException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.lakehouse.StoreOptions;
import training.powerbi.lakehouse.files.DataFolder;
import training.powerbi.lakehouse.files.Leadership;
import training.powerbi.lakehouse.log.TableLog;
import training.powerbi.lakehouse.memory.TableState;

/// A table's checkpoints, log clean-up and vacuum, away from its writer. Nothing here is needed for an answer;
/// what fails is tried again with the next turn.
public final class Housekeeping {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final long COMMITS_PER_CHECKPOINT = 100;
    // A table under heavy load is behind again when its checkpoint is done: at most a fifth of the time goes there …
    private static final int REST_PER_WORK = 4;
    // … unless a start would have to read too many commits one by one.
    private static final long MOST_COMMITS = 500;
    private static final Duration VACUUM_EVERY = Duration.ofHours(24);
    private static final Duration TRY_AGAIN_AFTER = Duration.ofMinutes(10);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    private final TableLog log;
    private final DataFolder data;
    private final StoreOptions options;
    private final Leadership leadership;
    private final Executor background;
    private final Clock clock;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile long checkpointed;
    private volatile long notBefore;
    private volatile long vacuumAt;
    private volatile long lookAt;

    public Housekeeping(
            TableLog log,
            DataFolder data,
            StoreOptions options,
            Leadership leadership,
            Executor background,
            Clock clock) {
        this.leadership = leadership;
        this.log = log;
        this.data = data;
        this.options = options;
        this.background = background;
        this.clock = clock;
        this.notBefore = System.nanoTime();
        this.lookAt = notBefore;
    }

    /// Takes note of the newest checkpoint found at start.
    public void startFrom(long checkpoint) {
        checkpointed = checkpoint;
    }

    /// Called after every commit of ours.
    public void committed(long version, boolean notesWaiting) {
        checkpointIfDue(version, notesWaiting);
    }

    /// Called now and then.
    public void look(TableState<?, ?> state, boolean notesWaiting) {
        vacuumIfDue(state);
        // Whoever looks after the tables of several servers does so for the commits of others too.
        if (!leadership.equals(Leadership.ALONE) && System.nanoTime() - lookAt >= 0) {
            lookAt = System.nanoTime() + LOOK_EVERY.toNanos();
            checkpointIfDue(state.version(), notesWaiting);
        }
    }

    private void checkpointIfDue(long version, boolean notesWaiting) {
        var behind = version - checkpointed;
        if (behind >= MOST_COMMITS || (behind >= COMMITS_PER_CHECKPOINT && System.nanoTime() - notBefore >= 0)) {
            inBackground(() -> checkpoint(version, notesWaiting));
        }
    }

    /// Removes orphans once a day.
    private void vacuumIfDue(TableState<?, ?> state) {
        if (clock.millis() >= vacuumAt) {
            inBackground(() -> {
                Set<String> current = state.layout().files().values().stream()
                        .map(file -> URI.create(file.path()).getPath())
                        .collect(Collectors.toSet());
                var limit = clock.millis() - options.fileRetention().toMillis();
                vacuumAt = clock.millis() + TRY_AGAIN_AFTER.toMillis();
                var removed = new Vacuum(data, log.commits(), leadership).removeOrphans(current, limit, clock.millis());
                vacuumAt = clock.millis() + VACUUM_EVERY.toMillis();
                if (removed > 0) {
                    LOG.info("{}: {} unused data files removed", log.folder(), removed);
                }
            });
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private void inBackground(Work work) {
        if (busy.compareAndSet(false, true)) {
            try {
                background.execute(() -> {
                    try {
                        if (leadership.isOurs()) {
                            work.run();
                        }
                    } catch (Throwable e) {
                        LOG.warn("Housekeeping of {} failed and will be tried again", log.folder(), e);
                    } finally {
                        busy.set(false);
                    }
                });
            } catch (RejectedExecutionException e) {
                busy.set(false);
            }
        }
    }

    private void checkpoint(long version, boolean notesWaiting) throws Exception {
        var started = System.nanoTime();
        // Not the newest: a folder listed while files are added to it may show a later commit and not the one before.
        var snapshot =
                TableManager.loadSnapshot(log.folder()).atVersion(version).build(log.engine());
        try {
            snapshot.writeCheckpoint(log.engine());
        } catch (CheckpointAlreadyExistsException e) {
            LOG.debug("Another program wrote the checkpoint of version {}", version);
        }
        checkpointed = version;
        if (!notesWaiting) {
            var youngEnough = clock.millis() - options.logRetention().toMillis();
            new LogCleanup(log.engine(), log.folder() + "/_delta_log", leadership).run(checkpointed, youngEnough);
        }
        var ended = System.nanoTime();
        notBefore = ended + (ended - started) * REST_PER_WORK;
    }
}
