package training.powerbi.benchmark.store;

import io.delta.standalone.DeltaLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;
import org.apache.hadoop.conf.Configuration;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Verdict;

/// 64 callers change rows drawn uniformly from 100,000; afterwards delta-standalone must find each
/// acknowledged change.
final class GroupCommits {
    private static final int ROWS = 100_000;
    private static final int CALLERS = 64;
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration MEASURED = Duration.ofSeconds(12);

    private final Path disk;
    private final ProgressRow.Key[] keys = new ProgressRow.Key[ROWS];
    private final AtomicIntegerArray acknowledged = new AtomicIntegerArray(ROWS);

    GroupCommits(Path disk) {
        this.disk = disk;
        for (var at = 0; at < ROWS; at++) {
            keys[at] = ProgressRow.numbered(at).key();
        }
    }

    void run() throws Exception {
        try (var store = Tables.open(disk.resolve("group"))) {
            var table = store.table(ProgressRow.table(Tables.NAME));
            Tables.fill(table, ROWS);
            measure(table, ROWS, 1, 1);
            measure(table, ROWS, 1, 16);
            measure(table, ROWS, 16, 1);
            measure(table, ROWS, 64, 1);
            var missing = missing(table);
            System.out.printf("delta-standalone: %d of %d rows differ from what was acknowledged%n", missing, ROWS);
        }
    }

    /// @param drawn from so many rows
    /// @param rowsEach rows of one decision
    /// @param inFlight decisions a caller sends before it waits for the first
    void measure(DeltaTable<ProgressRow.Key, ProgressRow> table, int drawn, int rowsEach, int inFlight)
            throws Exception {
        drive(table, drawn, rowsEach, inFlight, WARM_UP);
        var version = table.snapshot().version();
        var busy = Tables.processorMillis();
        var started = System.nanoTime();
        var rows = drive(table, drawn, rowsEach, inFlight, MEASURED);
        var processor = Tables.processorMillis() - busy;
        var seconds = Tables.millisSince(started) / 1_000;
        var commits = table.snapshot().version() - version;
        System.out.printf(
                "%d callers, of %,d rows %d a decision, %d decision(s) in flight: %,.0f acknowledged rows/s, %.0f commits/s,"
                        + " processor %.0f ms per 1,000 rows%n",
                CALLERS, drawn, rowsEach, inFlight, rows / seconds, commits / seconds, processor * 1_000 / rows);
    }

    private long drive(
            DeltaTable<ProgressRow.Key, ProgressRow> table, int drawn, int rowsEach, int inFlight, Duration duration)
            throws Exception {
        var end = System.nanoTime() + duration.toNanos();
        var rows = new LongAdder();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<CompletableFuture<Void>>();
            for (var caller = 0; caller < CALLERS; caller++) {
                all.add(CompletableFuture.runAsync(() -> call(table, drawn, rowsEach, inFlight, end, rows), callers));
            }
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get();
        }
        return rows.sum();
    }

    private void call(
            DeltaTable<ProgressRow.Key, ProgressRow> table,
            int from,
            int rowsEach,
            int inFlight,
            long end,
            LongAdder rows) {
        var free = new Semaphore(inFlight);
        var random = ThreadLocalRandom.current();
        while (System.nanoTime() < end) {
            free.acquireUninterruptibly();
            var drawn = random.ints(0, from).distinct().limit(rowsEach).toArray();
            var sent = table.submit(now -> {
                var changed = new ArrayList<ProgressRow>(drawn.length);
                for (var at : drawn) {
                    changed.add(now.find(keys[at]).orElseThrow().changed());
                }
                return Verdict.upsert(changed);
            });
            var counted = sent.thenRun(() -> {
                for (var at : drawn) {
                    acknowledged.incrementAndGet(at);
                }
                rows.add(drawn.length);
            });
            var _ = counted.whenComplete((done, failure) -> free.release());
        }
        free.acquireUninterruptibly(inFlight);
    }

    private int missing(DeltaTable<ProgressRow.Key, ProgressRow> table) throws IOException {
        var found = new HashMap<ProgressRow.Key, Integer>();
        var folder = disk.resolve("group/Tables").resolve(table.name());
        try (var rows = DeltaLog.forTable(new Configuration(), folder.toString())
                .snapshot()
                .open()) {
            while (rows.hasNext()) {
                var row = rows.next();
                var changes = row.isNullAt("playback") ? 0 : Integer.parseInt(row.getString("playback"));
                found.put(new ProgressRow.Key(row.getString("user_id"), row.getInt("day_number")), changes);
            }
        }
        var missing = 0;
        for (var at = 0; at < ROWS; at++) {
            if (found.getOrDefault(keys[at], -1) != acknowledged.get(at)) {
                missing++;
            }
        }
        return missing;
    }
}
