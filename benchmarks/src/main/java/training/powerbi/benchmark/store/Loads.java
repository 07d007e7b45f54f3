package training.powerbi.benchmark.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import org.slf4j.LoggerFactory;

/// How long a table takes to open, in a process of its own, and what it costs in memory.
final class Loads {
    private static final int STARTS = 7;

    private final Path folder;
    private final int number;

    Loads(Path folder, int number) {
        this.folder = folder;
        this.number = number;
    }

    void run() throws IOException {
        // The server's log is open before its store.
        LoggerFactory.getLogger(Loads.class).debug("ready");
        var started = System.nanoTime();
        try (var store = Tables.open(folder)) {
            var table = store.table(ProgressRow.table(Tables.NAME));
            var millis = Tables.millisSince(started);
            var processor = Tables.processorMillis();
            System.gc();
            var memory = Runtime.getRuntime();
            System.out.printf(
                    "load %,d rows, cold process, at most %d MB of heap: %.0f ms (processor since launch %.0f ms); %d MB in use%n",
                    table.snapshot().size(),
                    memory.maxMemory() >> 20,
                    millis,
                    processor,
                    (memory.totalMemory() - memory.freeMemory()) >> 20);
        }
    }

    void start() throws IOException {
        var times = new ArrayList<Double>();
        var processor = new ArrayList<Double>();
        for (var start = 0; start < STARTS; start++) {
            var busy = Tables.processorMillis();
            var started = System.nanoTime();
            try (var store = Tables.open(folder)) {
                store.table(ProgressRow.table(Tables.NAME));
                times.add(Tables.millisSince(started));
                processor.add(Tables.processorMillis() - busy);
            }
        }
        System.out.printf(
                "start after %,d commits: %.0f ms cold (processor %.0f ms), %.0f ms median of the next %d (processor %.0f ms)%n",
                number,
                times.getFirst(),
                processor.getFirst(),
                Tables.median(times.subList(1, STARTS)),
                STARTS - 1,
                Tables.median(processor.subList(1, STARTS)));
    }
}
