package training.powerbi.cli.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C, or the end of the session: interrupts the thread that made this, and leaves it some seconds to put things in
/// order before the process ends.
public final class StopSignal implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final Thread working = Thread.currentThread();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = Thread.ofPlatform().name("stop").unstarted(this::stop);
    private volatile boolean over;

    private final boolean isSuccess;

    private StopSignal(boolean isSuccess) {
        this.isSuccess = isSuccess;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// For what is not done when it is stopped.
    public static StopSignal interrupting() {
        return new StopSignal(false);
    }

    /// For what has no other end than being stopped: the process ends with 0.
    public static StopSignal endingWell() {
        return new StopSignal(true);
    }

    private void stop() {
        if (over) {
            return;
        }
        working.interrupt();
        try {
            var inOrder = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (inOrder && isSuccess) {
                Runtime.getRuntime().halt(0);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /// What was to be done is done: from now on a stop interrupts nothing.
    public void ignore() {
        over = true;
    }

    /// Things are in order.
    @Override
    public void close() {
        over = true;
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The process ends already.
        }
    }
}
