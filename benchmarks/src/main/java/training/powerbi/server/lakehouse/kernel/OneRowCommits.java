package training.powerbi.server.lakehouse.kernel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;

/// A durable commit of one row against the yardstick: two files created, filled and forced to the same disk.
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
            var commits = new ArrayList<Double>();
            var yardsticks = new ArrayList<Double>();
            for (var round = 0; round < ROUNDS; round++) {
                var started = System.nanoTime();
                for (var at = 0; at < COMMITS; at++) {
                    Tables.change(table, key);
                }
                var commit = Tables.millisSince(started) / COMMITS;
                var yardstick = yardstick(Files.createTempDirectory(disk, "yardstick"));
                // The first rounds are the compiler's.
                if (round >= ROUNDS / 2) {
                    ratios.add(commit / yardstick);
                    commits.add(commit);
                    yardsticks.add(yardstick);
                }
            }
            System.out.printf(
                    "one-row commit: %.2f ms; two fsynced files: %.2f ms; ratio %.2f (goal <= 2.5)%n",
                    Tables.median(commits), Tables.median(yardsticks), Tables.median(ratios));
        }
    }

    private static double yardstick(Path folder) throws IOException {
        var started = System.nanoTime();
        for (var at = 0; at < 2 * COMMITS; at++) {
            try (var file = FileChannel.open(
                    folder.resolve("file" + at), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                file.write(ByteBuffer.allocate(BYTES));
                file.force(true);
            }
        }
        return Tables.millisSince(started) / COMMITS;
    }
}
