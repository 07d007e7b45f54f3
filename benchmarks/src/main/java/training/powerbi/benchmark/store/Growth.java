package training.powerbi.benchmark.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Random;
import training.powerbi.lakehouse.DeltaTable;

/// What a one-row commit costs in a small table and in a large one, in turns.
final class Growth {
    private static final int SMALL = 10_000;
    private static final int LARGE = 1_000_000;
    private static final int ROUNDS = 10;
    private static final int COMMITS = 50;

    private final Path disk;
    private final Random random = new Random(1);

    Growth(Path disk) {
        this.disk = disk;
    }

    void run() throws IOException {
        try (var first = Tables.open(disk.resolve("rows" + SMALL));
                var second = Tables.open(disk.resolve("rows" + LARGE))) {
            var small = first.table(ProgressRow.table(Tables.NAME));
            var large = second.table(ProgressRow.table(Tables.NAME));
            Tables.fill(small, SMALL);
            compare("a row in use", small, 1, large, 1);
            compare("any row", small, SMALL, large, LARGE);
        }
    }

    private void compare(
            String what,
            DeltaTable<ProgressRow.Key, ProgressRow> small,
            int smallRows,
            DeltaTable<ProgressRow.Key, ProgressRow> large,
            int largeRows) {
        var ratios = new ArrayList<Double>();
        var costs = new ArrayList<Double>();
        for (var round = 0; round < ROUNDS; round++) {
            var one = commits(small, smallRows);
            var other = commits(large, largeRows);
            if (round >= ROUNDS / 2) {
                ratios.add(other / one);
                costs.add(other);
            }
        }
        System.out.printf(
                "one-row commit into 1,000,000 rows, %s: %.2f ms, %.2f x one into 10,000 (goal <= 2)%n",
                what, Tables.median(costs), Tables.median(ratios));
    }

    private double commits(DeltaTable<ProgressRow.Key, ProgressRow> table, int rows) {
        var started = System.nanoTime();
        for (var at = 0; at < COMMITS; at++) {
            Tables.change(table, ProgressRow.numbered(random.nextInt(rows)).key());
        }
        return Tables.millisSince(started) / COMMITS;
    }
}
