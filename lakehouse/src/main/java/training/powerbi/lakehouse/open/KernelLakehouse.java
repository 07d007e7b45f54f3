package training.powerbi.lakehouse.open;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.CommitReport;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.MirrorStatus;
import training.powerbi.lakehouse.NoteKeeper;
import training.powerbi.lakehouse.OpenLakehouse;
import training.powerbi.lakehouse.StoreCost;
import training.powerbi.lakehouse.StoreOptions;
import training.powerbi.lakehouse.StoreStatus;
import training.powerbi.lakehouse.StoreStatus.Staleness;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.lakehouse.backup.UnfinishedRestore;
import training.powerbi.lakehouse.commit.KernelTable;
import training.powerbi.lakehouse.files.Hints;
import training.powerbi.lakehouse.files.StoreHome;
import training.powerbi.lakehouse.load.DamagedFileException;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// All tables of one store.
final class KernelLakehouse implements OpenLakehouse {
    private static final Logger LOG = LoggerFactory.getLogger(KernelLakehouse.class);

    /// Programs other than the portal give no hints.
    private static final Duration SWEEP = Duration.ofSeconds(30);

    /// Of so many looks that are due one is enough while nobody waits for what it finds.
    private static final int IDLE = 5;

    private final TableOpening opening;
    private final StoreHome home;
    private final StoreHome.Lease lease;
    private final Map<String, KernelTable<?, ?>> tables = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("housekeeping").factory());
    private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("log-watcher").factory());
    private final ScheduledFuture<?> polling;
    private final Hints hints;
    private final Duration sweepEvery;
    private long sweptAt = System.nanoTime();
    private volatile @Nullable NoteKeeper keeper;
    private volatile Supplier<Attention> attention = () -> Attention.ANYBODY;
    private int unasked;

    /// @throws IllegalStateException when another server has the place
    KernelLakehouse(StoreHome home, StoreOptions options, Consumer<CommitReport> reports, Clock clock)
            throws IOException {
        this(home, options, reports, clock, SWEEP);
    }

    /// @param sweepEvery how often all tables are looked at without a hint
    KernelLakehouse(
            StoreHome home, StoreOptions options, Consumer<CommitReport> reports, Clock clock, Duration sweepEvery)
            throws IOException {
        this.sweepEvery = sweepEvery;
        this.home = home;
        if (home.files().isFar()) {
            Rehearsal.begin();
        }
        this.lease = leased(home);
        this.hints = home.hints();
        this.opening = new TableOpening(home, options, workers, background, () -> keeper, reports, clock);
        var interval = options.pollInterval().toMillis();
        this.polling = watcher.scheduleWithFixedDelay(this::poll, interval, interval, TimeUnit.MILLISECONDS);
    }

    private static StoreHome.Lease leased(StoreHome home) throws IOException {
        var lease = home.lease();
        try {
            // Of a place that is away this is asked when it is back.
            if (home.staleness().isEmpty()) {
                UnfinishedRestore.refuseIn(lease.blobs());
            }
            return lease;
        } catch (RuntimeException e) {
            lease.close();
            throw e;
        }
    }

    @Override
    public synchronized <K, R extends Record> DeltaTable<K, R> table(TableDefinition<K, R> definition) {
        if (tables.containsKey(definition.name())) {
            throw new IllegalStateException("Table " + definition.name() + " is open already");
        }
        try {
            var table = opening.open(definition);
            tables.put(definition.name(), table);
            return home.front(definition, table);
        } catch (IOException e) {
            throw new PortalException(
                    ErrorCode.STORAGE_UNAVAILABLE,
                    e instanceof DamagedFileException
                            ? String.valueOf(e.getMessage())
                            : "Table " + definition.name() + " cannot be opened: " + e.getMessage(),
                    e);
        }
    }

    @Override
    public void expect(Collection<String> expected) {
        opening.expect(expected);
    }

    @Override
    public long revision() {
        return tables.values().stream()
                .filter(table -> table.definition().inRevision())
                .mapToLong(table -> table.snapshot().version())
                .sum();
    }

    @Override
    public long revisionAt(String table, long version) {
        return tables.values().stream()
                .filter(each -> each.definition().inRevision())
                .mapToLong(each ->
                        each.name().equals(table) ? version : each.snapshot().version())
                .sum();
    }

    @Override
    public void keepNotes(NoteKeeper newKeeper) {
        if (keeper != null) {
            throw new IllegalStateException("There is a note keeper already");
        }
        keeper = newKeeper;
    }

    @Override
    public BlobStore blobs() {
        return lease.blobs();
    }

    @Override
    public void deliverNotes() {
        tables.values().forEach(KernelTable::settle);
    }

    @Override
    public StoreStatus status() {
        var problems = new ArrayList<String>();
        var rows = new LinkedHashMap<String, Integer>();
        var writable = true;
        Instant last = null;
        for (var table : tables.values()) {
            problems.addAll(table.problems());
            rows.put(table.name(), table.snapshot().size());
            writable &= table.writer().trouble() == null;
            var at = table.writer().lastCommitAt();
            last = last == null || (at != null && at.isAfter(last)) ? at : last;
        }
        home.mirror()
                .filter(mirror -> mirror.state() == MirrorStatus.State.REFUSED)
                .map(MirrorStatus::reason)
                .ifPresent(problems::add);
        var staleness = home.staleness();
        staleness.ifPresent(stale -> problems.add(stale.reason()));
        return new StoreStatus(home.kind(), writable && staleness.isEmpty(), last, problems, rows);
    }

    @Override
    public Optional<Staleness> staleness() {
        return home.staleness();
    }

    @Override
    public Optional<StoreCost> cost() {
        return home.cost();
    }

    @Override
    public Optional<MirrorStatus> mirror() {
        return home.mirror();
    }

    @Override
    public Optional<String> instance() {
        return home.instance();
    }

    @Override
    public Map<String, Duration> lag() {
        // A look at copies is no look at the store.
        var least = home.staleness().map(Staleness::age).orElse(Duration.ZERO);
        return tables.values().stream()
                .collect(Collectors.toMap(
                        KernelTable::name, table -> table.lag().compareTo(least) < 0 ? least : table.lag()));
    }

    @Override
    public Optional<Instant> firstChangeAfter(String table, Instant time) {
        var there = tables.get(table);
        return there == null ? Optional.empty() : there.firstChangeAfter(time);
    }

    @Override
    public void watchAs(Supplier<Attention> wanted) {
        attention = wanted;
    }

    @Override
    public void close() throws IOException {
        polling.cancel(false);
        watcher.close();
        // First everything that waits, while keepers can still write to their own tables.
        tables.values().forEach(KernelTable::settle);
        tables.values().forEach(KernelTable::finish);
        // Until the last checkpoint is written the place is ours: the next server must not find us at work in it.
        background.close();
        workers.close();
        opening.close();
        lease.close();
    }

    /// Whatever happens: a watcher that throws once would never look again.
    private void poll() {
        try {
            lookAround();
        } catch (RuntimeException e) {
            LOG.error("The watcher failed", e);
        }
    }

    private void lookAround() {
        var sweep = System.nanoTime() - sweptAt >= sweepEvery.toNanos();
        var look = sweep || isWorthALook();
        if (look) {
            sweptAt = System.nanoTime();
        }
        tables.values().forEach(table -> workers.execute(() -> poll(table, look)));
    }

    private boolean isWorthALook() {
        var who = attention.get();
        if (who == Attention.ADMIN) {
            return true;
        }
        if (who == Attention.NOBODY && !hints.equals(Hints.ALWAYS) && ++unasked < IDLE) {
            return false;
        }
        unasked = 0;
        return hints.mayHaveChanged();
    }

    /// Each table on a thread of its own: where an answer takes its time, the others do not wait for it.
    private static void poll(KernelTable<?, ?> table, boolean look) {
        try {
            table.poll(look);
        } catch (RuntimeException e) {
            LOG.error("The watcher failed on table {}", table.name(), e);
        }
    }
}
