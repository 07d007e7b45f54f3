package training.powerbi.benchmark.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;

/// A durable commit of one row against the yardstick: two files created, filled and forced to the same disk. A file is
/// durable when its name is, so the folder is forced with it; the figure without the folder is given beside.
final class OneRowCommits {
    private static final int ROUNDS = 12;
    private static final int COMMITS = 200;
    private static final int BYTES = 2_000;

    private final Path disk;

    OneRowCommits(Path disk) {
        this.disk = disk;
    }

    void run() throws IOException {
        try (var store = Tables.open(disk.resolve("commit"))) {
            var table = store.table(ProgressRow.table(Tables.NAME));
            Tables.fill(table, 10_000);
            var key = ProgressRow.numbered(7).key();
            var ratios = new ArrayList<Double>();
            var looseRatios = new ArrayList<Double>();
            var commits = new ArrayList<Double>();
            var yardsticks = new ArrayList<Double>();
            var processor = 0.0;
            for (var round = 0; round < ROUNDS; round++) {
                var busy = Tables.processorMillis();
                var started = System.nanoTime();
                for (var at = 0; at < COMMITS; at++) {
                    Tables.change(table, key);
                }
                var commit = Tables.millisSince(started) / COMMITS;
                processor = (Tables.processorMillis() - busy) / COMMITS;
                var yardstick = yardstick(Files.createTempDirectory(disk, "yardstick"), true);
                var loose = yardstick(Files.createTempDirectory(disk, "yardstick"), false);
                // The first rounds are the compiler's.
                if (round >= ROUNDS / 2) {
                    ratios.add(commit / yardstick);
                    looseRatios.add(commit / loose);
                    commits.add(commit);
                    yardsticks.add(yardstick);
                }
            }
            System.out.printf(
                    "one-row commit: %.2f ms (processor %.2f ms); two durable files: %.2f ms; ratio %.2f (goal <= 2.5);"
                            + " against files whose folder is not forced %.2f%n",
                    Tables.median(commits),
                    processor,
                    Tables.median(yardsticks),
                    Tables.median(ratios),
                    Tables.median(looseRatios));
        }
    }

    private static double yardstick(Path folder, boolean withFolder) throws IOException {
        var started = System.nanoTime();
        for (var at = 0; at < 2 * COMMITS; at++) {
            try (var file = FileChannel.open(
                    folder.resolve("file" + at), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                file.write(ByteBuffer.allocate(BYTES));
                file.force(true);
            }
            if (withFolder) {
                try (var names = FileChannel.open(folder)) {
                    names.force(true);
                }
            }
        }
        return Tables.millisSince(started) / COMMITS;
    }
}
