package training.powerbi.benchmark.store;

import java.nio.file.Path;

/// Runs one measurement; see the command `benchmarks/store`.
public final class StoreBenchmark {
    private StoreBenchmark() {}

    public static void main(String[] args) throws Exception {
        var disk = Path.of(args[args.length - 1]);
        var number = args.length > 2 ? Integer.parseInt(args[1]) : 0;
        switch (args[0]) {
            case "commit" -> new OneRowCommits(disk).run();
            case "group" -> new GroupCommits(disk).run();
            case "fill" -> Tables.fill(disk.resolve("rows" + number), number);
            case "load" -> new Loads(disk.resolve("rows" + number), number).run();
            case "growth" -> new Growth(disk).run();
            case "commits" -> Tables.commit(disk.resolve("commits" + number), number);
            case "start" -> new Loads(disk.resolve("commits" + number), number).start();
            default -> throw new IllegalArgumentException(args[0]);
        }
    }
}
