package training.powerbi.benchmark.store;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.OpenLakehouse;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.lakehouse.open.Lakehouses;

/// Stores and tables to measure on.
final class Tables {
    static final String NAME = "user_progress";
    private static final int ROWS_AT_ONCE = 100_000;

    private Tables() {}

    static OpenLakehouse open(Path folder) throws IOException {
        return Lakehouses.open(folder);
    }

    static void fill(Path folder, int rows) throws IOException {
        try (var store = open(folder)) {
            fill(store.table(ProgressRow.table(NAME)), rows);
        }
    }

    static void fill(DeltaTable<ProgressRow.Key, ProgressRow> table, int rows) {
        for (var from = 0; from < rows; from += ROWS_AT_ONCE) {
            table.append(IntStream.range(from, Math.min(rows, from + ROWS_AT_ONCE))
                    .mapToObj(ProgressRow::numbered)
                    .toList());
        }
    }

    /// A class of a hundred learners at work: each commit changes one row.
    static void commit(Path folder, int commits) throws IOException {
        try (var store = open(folder)) {
            var table = store.table(ProgressRow.table(NAME));
            fill(table, 10_000);
            var random = new Random(1);
            for (var commit = 0; commit < commits; commit++) {
                change(table, ProgressRow.numbered(random.nextInt(100) * 100).key());
            }
        }
    }

    static void change(DeltaTable<ProgressRow.Key, ProgressRow> table, ProgressRow.Key key) {
        table.update(now -> Verdict.upsert(now.find(key).orElseThrow().changed()));
    }

    static double median(List<Double> values) {
        var sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /// Processor time of this process so far: on a machine that others use too it says more than the clock.
    static double processorMillis() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e6;
    }

    static double millisSince(long started) {
        return (System.nanoTime() - started) / 1e6;
    }
}
