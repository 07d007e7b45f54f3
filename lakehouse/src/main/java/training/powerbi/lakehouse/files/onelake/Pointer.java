package training.powerbi.lakehouse.files.onelake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.lakehouse.files.Hints;
import training.powerbi.lakehouse.files.onelake.rest.BlobAnswer;
import training.powerbi.lakehouse.files.onelake.rest.BlobRequest;
import training.powerbi.lakehouse.files.onelake.rest.LakehouseBlobs;

/// One small blob that every server rewrites after it committed: one request tells whether anything happened, where
/// a look at each table would be one for each.
///
/// A server that finds the pointer changed when it rewrites it has overwritten another's hint, which it takes for its
/// own eyes: it looks at all tables.
final class Pointer implements Hints, AutoCloseable {
    static final String PATH = "/Files/_portal/head";

    private static final Logger LOG = LoggerFactory.getLogger(Pointer.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final LakehouseBlobs blobs;
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("pointer").factory());
    private final AtomicBoolean due = new AtomicBoolean();
    private final AtomicBoolean overwritten = new AtomicBoolean();
    private volatile String etag = "";
    private volatile long writtenAt = System.nanoTime() - PAUSE.toNanos();

    Pointer(LakehouseBlobs blobs) {
        this.blobs = blobs;
    }

    @Override
    public boolean mayHaveChanged() {
        var known = etag;
        var request = BlobRequest.get(blobs.at(PATH));
        try {
            var answer = blobs.client().sendOnce(known.isEmpty() ? request : request.with("If-None-Match", known));
            if (answer.status() == 200) {
                etag = answer.header("etag");
            }
            return overwritten.getAndSet(false) || answer.status() == 200;
        } catch (IOException e) {
            LOG.debug("The pointer cannot be read: {}", e.toString());
            return overwritten.getAndSet(false);
        }
    }

    /// At most twice a second, however many commits there are.
    @Override
    public void committed() {
        if (due.compareAndSet(false, true)) {
            var wait = Math.max(0, writtenAt + PAUSE.toNanos() - System.nanoTime());
            try {
                // It fails by itself and tells nobody: a hint is all it is.
                var _ = writer.schedule(this::write, wait, TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException e) {
                LOG.debug("The store is closing");
            }
        }
    }

    private void write() {
        due.set(false);
        writtenAt = System.nanoTime();
        var put = BlobRequest.put(blobs.at(PATH), UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));
        var known = etag;
        try {
            var answer = blobs.client().sendOnce(known.isEmpty() ? put.ifAbsent() : put.with("If-Match", known));
            if (answer.status() != 201) {
                overwritten.set(true);
                answer = blobs.client().sendOnce(put);
            }
            remember(answer);
        } catch (IOException e) {
            // Others look by themselves after a while.
            LOG.debug("The pointer cannot be written: {}", e.toString());
        }
    }

    private void remember(BlobAnswer answer) {
        if (answer.status() == 201) {
            etag = answer.header("etag");
        }
    }

    @Override
    public void close() {
        writer.close();
    }
}
