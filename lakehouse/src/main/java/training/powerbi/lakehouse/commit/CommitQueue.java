package training.powerbi.lakehouse.commit;

import java.util.ArrayList;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.lakehouse.CommitResult;
import training.powerbi.lakehouse.files.Pace;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// A table's one writer thread: whatever waits when it is free becomes one batch, and so one commit. A lone caller does
/// not wait for company, but for changes that nobody waits for, where commits cost.
final class CommitQueue<K, R extends Record> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CommitQueue.class);
    private static final int MOST_AT_ONCE = 1_000;

    private final TableWriter<K, R> writer;
    private final BlockingQueue<Task> waiting = new LinkedBlockingQueue<>();
    private final Gathering<Submission<K, R, ?>> gathering;
    private final Thread thread;
    private volatile boolean closed;
    private boolean inCompany;

    CommitQueue(String table, TableWriter<K, R> writer, Pace pace, Ticker ticker) {
        this.writer = writer;
        this.gathering = new Gathering<>(pace, ticker, MOST_AT_ONCE, waiting::add);
        this.thread = Thread.ofVirtual().name("writer-" + table).start(this::run);
    }

    <T> CompletableFuture<CommitResult<T>> submit(Submission<K, R, T> submission) {
        requireElsewhere();
        // What has gathered goes along: it came first, and the commit costs no more.
        gathering.release();
        return accepted(submission, waiting::add);
    }

    /// What nobody waits for.
    <T> CompletableFuture<CommitResult<T>> submitPaced(Submission<K, R, T> submission) {
        requireElsewhere();
        return accepted(submission, gathering::add);
    }

    private <T> CompletableFuture<CommitResult<T>> accepted(
            Submission<K, R, T> submission, Consumer<Submission<K, R, ?>> place) {
        place.accept(submission);
        if (closed) {
            refuseAll();
        }
        return submission.future();
    }

    private void requireElsewhere() {
        if (thread.equals(Thread.currentThread())) {
            throw new IllegalStateException(
                    "A decision or a callback on the writer's thread must not update its table");
        }
    }

    void run(Runnable chore) {
        waiting.add(new Task.Chore(chore));
    }

    /// Finishes what waits and ends the thread.
    @Override
    public void close() {
        gathering.close();
        run(() -> closed = true);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        refuseAll();
    }

    private void run() {
        while (!closed) {
            try {
                next(waiting.take());
            } catch (InterruptedException e) {
                closed = true;
            } catch (Throwable e) {
                // The writer outlives everything; its callers were told what failed.
                LOG.error("The writer met a defect", e);
            }
        }
    }

    private void next(Task task) {
        if (task instanceof Task.Chore(var work)) {
            work.run();
            return;
        }
        if (inCompany) {
            letOthersIn();
        }
        var batch = new ArrayList<Submission<K, R, ?>>();
        batch.add(submission(task));
        while (batch.size() < MOST_AT_ONCE && waiting.peek() instanceof Submission<?, ?, ?>) {
            batch.add(submission(waiting.remove()));
        }
        inCompany = batch.size() > 1;
        writer.process(batch);
    }

    /// Callers of the batch just acknowledged are about to send their next decisions: those that can run before
    /// the writer join the commit instead of waiting out another. Costs nothing when there is no one.
    @SuppressWarnings("ThreadPriorityCheck") // no promise rests on it, a fuller batch is all there is to gain
    private static void letOthersIn() {
        Thread.yield();
    }

    private void refuseAll() {
        for (var task = waiting.poll(); task != null; task = waiting.poll()) {
            if (task instanceof Submission<?, ?, ?> submission) {
                submission.fail(
                        0,
                        new PortalException(
                                ErrorCode.STORAGE_UNAVAILABLE, "The portal is stopping. Try again in a moment."));
            }
        }
    }

    @SuppressWarnings("unchecked") // only this table's submissions are put in
    private Submission<K, R, ?> submission(Task task) {
        return (Submission<K, R, ?>) task;
    }
}
