package training.powerbi.lakehouse.mirror;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.MirrorStatus;
import training.powerbi.lakehouse.StoreOptions;
import training.powerbi.lakehouse.copy.StoreCopy;
import training.powerbi.lakehouse.files.onelake.OneLakeAccess;

/// Brings to the lakehouse what is new here, on threads of its own: one for tables, one for the files beside them, so
/// that a long film does not hold up a short commit.
final class Mirror implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Mirror.class);
    private static final Duration SWEEP_EVERY = Duration.ofHours(24);

    private final Tables tables;
    private final BlobStore local;
    private final OneLakeAccess lakehouse;
    private final Ownership ownership;
    private final BlobMirror files;
    private final Line line;
    private final Sweep sweep;
    private final Clock clock;
    private final Lane tablesLane;
    private final Lane filesLane;
    private boolean ready;
    private @Nullable Instant sweptAt;
    private volatile @Nullable RefusedMirrorException refusal;

    Mirror(
            Tables tables,
            BlobStore local,
            OneLakeAccess lakehouse,
            Set<String> passing,
            StoreOptions options,
            MirrorPace pace,
            Clock clock)
            throws IOException {
        this.tables = tables;
        this.local = local;
        this.lakehouse = lakehouse;
        this.clock = clock;
        var blobs = lakehouse.blobs();
        this.ownership = Ownership.of(local, blobs, lakehouse.lakehouse());
        this.sweep = new Sweep(blobs, options.logRetention(), options.fileRetention());
        var copies = new BlobCopy(blobs, lakehouse.files());
        this.files = new BlobMirror(local, passing, copies, tables::inStepAt, clock);
        this.line = new Line(pace.firstPause(), pace.longestPause(), clock);
        this.tablesLane = new Lane("mirror-tables", this::bringTables, line, this::refuse, pace.rest());
        this.filesLane = new Lane("mirror-files", this::bringFiles, line, this::refuse, pace.filesRest());
    }

    void start() {
        tablesLane.start();
        filesLane.start();
    }

    /// Something was committed.
    void wake() {
        tablesLane.wake();
    }

    /// Looks, once, whether the lakehouse is fit to be, and may be, this store's mirror.
    ///
    /// @return false while there is nothing yet to compare with what it holds
    private synchronized boolean prepare() throws IOException, RefusedMirrorException {
        if (refusal != null) {
            throw refusal;
        }
        if (ready || !hasTables()) {
            return ready;
        }
        StoreCopy.requireWhole(local);
        lakehouse.check();
        var marked = ownership.isMarked();
        var used = false;
        try {
            for (var table : tables.found()) {
                used |= table.look();
            }
        } catch (RefusedMirrorException e) {
            throw marked ? e : ownership.foreign();
        }
        if (!marked) {
            if (!used && !lakehouse.blobs().list(lakehouse.files(), true).isEmpty()) {
                throw ownership.foreign();
            }
            ownership.mark();
        }
        ready = true;
        return true;
    }

    private boolean hasTables() throws IOException {
        for (var table : tables.found()) {
            if (table.here().newest() >= 0) {
                return true;
            }
        }
        return false;
    }

    private boolean bringTables() throws IOException, RefusedMirrorException {
        if (!prepare()) {
            return false;
        }
        var at = clock.instant();
        var more = false;
        for (var table : tables.found()) {
            more |= table.push();
        }
        if (!more) {
            tables.inStep(at);
            if (sweptAt == null || sweptAt.plus(SWEEP_EVERY).isBefore(at)) {
                sweepTables();
                sweptAt = at;
            }
        }
        return more;
    }

    private void sweepTables() throws IOException, RefusedMirrorException {
        for (var table : tables.known()) {
            if (table.there() >= 0) {
                sweep.run(table);
            }
        }
    }

    private boolean bringFiles() throws IOException, RefusedMirrorException {
        return prepare() && files.bring();
    }

    private void refuse(RefusedMirrorException refused) {
        if (refusal == null) {
            refusal = refused;
            LOG.error("{}", refused.sentence());
        }
        // What is not copied any more is not kept for it either.
        tables.release();
    }

    MirrorStatus status() throws IOException {
        var now = clock.instant();
        var refused = refusal;
        var commits = commits();
        var waiting = files.waiting();
        var since = oldest(now);
        MirrorStatus.State state;
        if (refused != null) {
            state = MirrorStatus.State.REFUSED;
        } else if (line.isAway()) {
            state = MirrorStatus.State.AWAY;
        } else if (commits == null || commits > 0 || waiting == null || waiting > 0) {
            state = MirrorStatus.State.BEHIND;
        } else {
            state = MirrorStatus.State.IN_STEP;
        }
        var reason = refused == null ? line.reason() : refused.sentence();
        return new MirrorStatus(state, commits, waiting, Duration.between(since, now), tables.inStepAt(), reason);
    }

    private @Nullable Long commits() throws IOException {
        var commits = 0L;
        for (var table : tables.known()) {
            if (table.there() == TableMirror.UNKNOWN) {
                return null;
            }
            commits += table.behind();
        }
        return tables.known().isEmpty() ? null : commits;
    }

    private Instant oldest(Instant now) throws IOException {
        var file = files.waitingSince();
        var oldest = file == null || file.isAfter(now) ? now : file;
        for (var table : tables.known()) {
            if (table.there() != TableMirror.UNKNOWN) {
                var since = table.waitingSince(now);
                oldest = since.isBefore(oldest) ? since : oldest;
            }
        }
        return oldest;
    }

    @Override
    public void close() {
        tablesLane.close();
        filesLane.close();
        lakehouse.close();
    }
}
