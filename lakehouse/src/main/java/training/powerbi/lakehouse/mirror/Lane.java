package training.powerbi.lakehouse.mirror;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A thread that does its work whenever it is woken, and now and then without.
final class Lane implements AutoCloseable {
    private final String name;
    private final Work work;
    private final Line line;
    private final Consumer<RefusedMirrorException> refused;
    private final Duration rest;
    private final Semaphore woken = new Semaphore(0);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    interface Work {

        /// Does some of it, and says whether there is more to do.
        boolean run() throws IOException, RefusedMirrorException;
    }

    /// @param rest how long it sleeps unless it is woken
    Lane(String name, Work work, Line line, Consumer<RefusedMirrorException> refused, Duration rest) {
        this.name = name;
        this.work = work;
        this.line = line;
        this.refused = refused;
        this.rest = rest;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// Returns at once.
    void wake() {
        woken.release();
    }

    private void run() {
        try {
            while (closing.getCount() > 0) {
                woken.drainPermits();
                if (!once()) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean once() throws InterruptedException {
        try {
            var more = work.run();
            line.answered(name);
            if (!more) {
                var _ = woken.tryAcquire(rest.toMillis(), TimeUnit.MILLISECONDS);
            }
            return true;
        } catch (RefusedMirrorException e) {
            refused.accept(e);
            return false;
        } catch (IOException | RuntimeException | Error e) {
            if (closing.getCount() == 0) {
                return false;
            }
            var failure = e instanceof Exception known ? known : new IOException(e);
            return !closing.await(line.failed(name, failure).toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        wake();
        thread.interrupt();
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
