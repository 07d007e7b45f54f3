package training.powerbi.lakehouse.backup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Works on many small files at a time: each alone waits for the disk or the line.
final class SideBySide {
    private static final int THREADS = 8;

    private SideBySide() {}

    /// One file's work.
    interface Job<T> {
        T run() throws IOException;
    }

    /// What the jobs answer, in their order. All have ended when this returns or throws.
    static <T> List<T> run(List<? extends Job<T>> jobs) throws IOException {
        var answers = new ArrayList<T>(jobs.size());
        try (var workers = Executors.newFixedThreadPool(
                THREADS, Thread.ofVirtual().name("backup-", 0).factory())) {
            var running = new ArrayList<Future<T>>();
            jobs.forEach(job -> running.add(workers.submit((Callable<T>) job::run)));
            try {
                for (var each : running) {
                    answers.add(each.get());
                }
            } catch (ExecutionException e) {
                running.forEach(each -> each.cancel(false));
                switch (e.getCause()) {
                    case IOException io -> throw io;
                    case RuntimeException unexpected -> throw unexpected;
                    case Error error -> throw error;
                    case null, default -> throw new IOException("The files cannot be copied", e);
                }
            } catch (InterruptedException e) {
                workers.shutdownNow();
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted while copying", e);
            }
        }
        return answers;
    }
}
