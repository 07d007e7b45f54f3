package training.powerbi.lakehouse.commit;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.lakehouse.CommitResult;
import training.powerbi.lakehouse.Decision;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableChange;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.lakehouse.TableSnapshot;
import training.powerbi.lakehouse.files.Pace;
import training.powerbi.lakehouse.log.NoteDelivery;
import training.powerbi.lakehouse.upkeep.Housekeeping;

/// One open table: its writer, its queue, its listeners.
public final class KernelTable<K, R extends Record> implements DeltaTable<K, R> {
    private static final Logger LOG = LoggerFactory.getLogger(KernelTable.class);

    private final TableParts<K, R> parts;
    private final TableWriter<K, R> writer;
    private final NoteDelivery notes;
    private final ChangeDispatch<K, R> dispatch;
    private final Housekeeping housekeeping;
    private final CommitQueue<K, R> queue;
    private final AtomicBoolean catchingUp = new AtomicBoolean();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final AtomicBoolean worthALook = new AtomicBoolean(true);
    private final AtomicBoolean outOfSight = new AtomicBoolean();
    private volatile long lookedAt = System.nanoTime();

    public KernelTable(
            TableParts<K, R> parts,
            TableWriter<K, R> writer,
            NoteDelivery notes,
            ChangeDispatch<K, R> dispatch,
            Housekeeping housekeeping,
            Pace pace,
            Ticker ticker) {
        this.parts = parts;
        this.writer = writer;
        this.notes = notes;
        this.dispatch = dispatch;
        this.housekeeping = housekeeping;
        this.queue = new CommitQueue<>(parts.name(), writer, pace, ticker);
    }

    public TableDefinition<K, R> definition() {
        return parts.definition();
    }

    public TableWriter<K, R> writer() {
        return writer;
    }

    @Override
    public String name() {
        return parts.name();
    }

    @Override
    public TableSnapshot<K, R> snapshot() {
        return writer.published();
    }

    /// Where nobody else commits, the newest is at hand.
    @Override
    public TableSnapshot<K, R> newest() {
        return parts.log().isShared() ? DeltaTable.super.newest() : snapshot();
    }

    @Override
    public <T> CommitResult<T> update(Decision<K, R, T> decision) {
        return awaited(submit(decision));
    }

    @Override
    public <T> CommitResult<T> updatePaced(Decision<K, R, T> decision) {
        return awaited(submitPaced(decision));
    }

    private static <T> CommitResult<T> awaited(CompletableFuture<CommitResult<T>> result) {
        try {
            return result.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw e;
            }
        }
    }

    @Override
    public <T> CompletableFuture<CommitResult<T>> submit(Decision<K, R, T> decision) {
        return queue.submit(new Submission<>(decision));
    }

    @Override
    public <T> CompletableFuture<CommitResult<T>> submitPaced(Decision<K, R, T> decision) {
        return queue.submitPaced(new Submission<>(decision));
    }

    @Override
    public void onChange(Consumer<TableChange<K, R>> listener) {
        dispatch.add(listener);
    }

    /// Delivers owed notes and takes in foreign commits; returns when that is done, or has failed for now.
    public void settle() {
        var done = new CompletableFuture<Void>();
        queue.run(() -> {
            try {
                writer.catchUp();
            } finally {
                done.complete(null);
            }
        });
        done.join();
    }

    /// Looks whether another program committed; called again and again by the log watcher. While one look waits for
    /// its answer the next ones do nothing; what they were told is for the one after it.
    ///
    /// @param look whether the log is worth a look; what is owed or failed is seen to either way
    public void poll(boolean look) {
        if (look) {
            worthALook.set(true);
        }
        if (!looking.compareAndSet(false, true)) {
            return;
        }
        try {
            var next = writer.published().version() + 1;
            var due = writer.trouble() != null || notes.isWaiting() || (worthALook.getAndSet(false) && isBehind(next));
            housekeeping.look(writer.published(), notes.isWaiting());
            if (due && catchingUp.compareAndSet(false, true)) {
                queue.run(() -> {
                    catchingUp.set(false);
                    writer.catchUp();
                    if (writer.trouble() == null) {
                        lookedAt = System.nanoTime();
                    }
                });
            }
        } catch (IOException e) {
            // Once: it may stay so for hours.
            if (outOfSight.compareAndSet(false, true)) {
                LOG.warn("The log of {} cannot be looked at: {}", name(), e.toString());
            } else {
                LOG.debug("The log of {} still cannot be looked at", name(), e);
            }
        } finally {
            looking.set(false);
        }
    }

    private boolean isBehind(long next) throws IOException {
        try {
            var newer = parts.log().commits().exists(next);
            outOfSight.set(false);
            if (!newer) {
                lookedAt = System.nanoTime();
            }
            return newer;
        } catch (IOException | RuntimeException e) {
            // Nobody gives the hint a second time.
            worthALook.set(true);
            throw e;
        }
    }

    /// How old the last look is that found nothing newer, or took it in.
    public Duration lag() {
        return Duration.ofNanos(System.nanoTime() - lookedAt);
    }

    public Optional<Instant> firstChangeAfter(Instant time) {
        var stamp = parts.definition().stamp();
        return stamp == null
                ? Optional.empty()
                : snapshot().rows().map(stamp).filter(at -> at.isAfter(time)).min(Comparator.naturalOrder());
    }

    /// What is wrong with the table, for health.
    public List<String> problems() {
        var problems = new ArrayList<String>();
        var trouble = writer.trouble();
        if (trouble != null) {
            problems.add(trouble);
        }
        problems.addAll(writer.schemaProblems());
        problems.addAll(writer.restoration().problems());
        writer.published().layout().files().values().forEach(file -> problems.addAll(file.problems()));
        return problems;
    }

    /// Finishes what waits. Not named `close`: Spring would close each table's bean on its own, while others still
    /// write to it.
    public void finish() {
        queue.close();
        dispatch.close();
    }
}
