package training.powerbi.lakehouse.commit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.lakehouse.CommitResult;
import training.powerbi.lakehouse.files.Pace;
import training.powerbi.lakehouse.files.RequestMark;
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
    private final Pace pace;
    private final Ticker ticker;
    private boolean inCompany;
    private int inARow;
    private long ended;
    private Duration lasted = Duration.ZERO;

    CommitQueue(String table, TableWriter<K, R> writer, Pace pace, Ticker ticker) {
        this.writer = writer;
        this.pace = pace;
        this.ticker = ticker;
        this.gathering = new Gathering<>(pace, ticker, MOST_AT_ONCE, all -> waiting.add(new Task.Together(all)));
        this.thread = Thread.ofVirtual().name("writer-" + table).start(this::run);
    }

    <T> CompletableFuture<CommitResult<T>> submit(Submission<K, R, T> submission) {
        requireElsewhere();
        // What has gathered goes along: it came first, and the commit costs no more.
        var along = gathering.takeAll();
        if (along.isEmpty()) {
            return accepted(submission, waiting::add);
        }
        return accepted(submission, own -> {
            along.add(own);
            waiting.add(new Task.Together(along));
        });
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
        giveWay();
        if (inCompany) {
            letOthersIn();
        }
        var batch = new ArrayList<Submission<K, R, ?>>();
        collect(task, batch);
        while (batch.size() < MOST_AT_ONCE && mayJoin(waiting.peek())) {
            collect(waiting.remove(), batch);
        }
        inCompany = batch.size() > 1;
        var began = ticker.nanos();
        process(batch);
        ended = ticker.nanos();
        lasted = Duration.ofNanos(ended - began);
        inARow++;
    }

    /// Under the marks of all whose commit it is.
    private void process(List<Submission<K, R, ?>> batch) {
        var marks = batch.stream().flatMap(each -> each.mark().stream()).toList();
        var mark = RequestMark.together(marks);
        if (mark.isEmpty()) {
            writer.process(batch);
            return;
        }
        try (var _ = RequestMark.put(mark.get())) {
            writer.process(batch);
        }
    }

    private static boolean mayJoin(@Nullable Task next) {
        return next != null && !(next instanceof Task.Chore);
    }

    /// To other servers.
    private void giveWay() {
        if (ticker.nanos() - ended > lasted.toNanos()) {
            inARow = 0;
        }
        var room = pace.room(inARow, lasted);
        if (room.isPositive()) {
            inARow = 0;
            LockSupport.parkNanos(room.toNanos());
        }
    }

    /// Callers of the batch just acknowledged are about to send their next decisions: those that can run before
    /// the writer join the commit instead of waiting out another. Costs nothing when there is no one.
    @SuppressWarnings("ThreadPriorityCheck") // no promise rests on it, a fuller batch is all there is to gain
    private static void letOthersIn() {
        Thread.yield();
    }

    private void refuseAll() {
        var refused = new ArrayList<Submission<K, R, ?>>();
        for (var task = waiting.poll(); task != null; task = waiting.poll()) {
            collect(task, refused);
        }
        refused.forEach(each -> each.fail(
                0,
                new PortalException(ErrorCode.STORAGE_UNAVAILABLE, "The portal is stopping. Try again in a moment.")));
    }

    @SuppressWarnings("unchecked") // only this table's submissions are put in
    private void collect(Task task, List<Submission<K, R, ?>> into) {
        switch (task) {
            case Submission<?, ?, ?> one -> into.add((Submission<K, R, ?>) one);
            case Task.Together(var all) -> all.forEach(each -> into.add((Submission<K, R, ?>) each));
            case Task.Chore _ -> {
                // Nobody waits for its result.
            }
        }
    }
}
