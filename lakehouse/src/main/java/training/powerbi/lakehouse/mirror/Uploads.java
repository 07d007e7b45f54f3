package training.powerbi.lakehouse.mirror;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// Some requests side by side: a line with long ways would otherwise be idle most of the time.
final class Uploads {
    private static final int AT_ONCE = 6;

    private Uploads() {}

    interface Upload {
        void run() throws IOException, RefusedMirrorException;
    }

    /// Returns when all are done; throws what one of them threw.
    static void run(List<Upload> uploads) throws IOException, RefusedMirrorException {
        var free = new Semaphore(AT_ONCE);
        var running = new ArrayList<Future<Boolean>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var upload : uploads) {
                running.add(threads.submit(limited(upload, free)));
            }
        }
        for (var each : running) {
            await(each);
        }
    }

    private static Callable<Boolean> limited(Upload upload, Semaphore free) {
        return () -> {
            free.acquire();
            try {
                upload.run();
                return true;
            } finally {
                free.release();
            }
        };
    }

    private static void await(Future<Boolean> upload) throws IOException, RefusedMirrorException {
        try {
            upload.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The mirror is closing", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failed -> throw failed;
                case RefusedMirrorException refused -> throw refused;
                case RuntimeException failed -> throw failed;
                case null, default -> throw new IOException("The upload failed", e);
            }
        }
    }
}
