package training.powerbi.lakehouse.commit;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.lakehouse.CommitNote;
import training.powerbi.lakehouse.CommitReport;
import training.powerbi.lakehouse.ForeignChange;
import training.powerbi.lakehouse.TableChange;
import training.powerbi.lakehouse.files.OutcomeUnknownException;
import training.powerbi.lakehouse.files.UnreachableException;
import training.powerbi.lakehouse.load.Restoration;
import training.powerbi.lakehouse.log.Causes;
import training.powerbi.lakehouse.log.CommitConflictException;
import training.powerbi.lakehouse.log.CommitExtras;
import training.powerbi.lakehouse.log.FileChanges;
import training.powerbi.lakehouse.log.LogVersion;
import training.powerbi.lakehouse.log.NoteDelivery;
import training.powerbi.lakehouse.log.TornCommitException;
import training.powerbi.lakehouse.log.UnknownCommitException;
import training.powerbi.lakehouse.memory.DataFile;
import training.powerbi.lakehouse.memory.StateEdit;
import training.powerbi.lakehouse.memory.TableState;
import training.powerbi.lakehouse.upkeep.Housekeeping;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Turns batches of decisions into commits. All its methods run on the table's one writer thread; what others
/// may read is volatile.
public final class TableWriter<K, R extends Record> {
    private static final Logger LOG = LoggerFactory.getLogger(TableWriter.class);
    private static final int MOST_ATTEMPTS = 30;

    private final TableParts<K, R> parts;
    private final NoteDelivery notes;
    private final ChangeDispatch<K, R> dispatch;
    private final Housekeeping housekeeping;
    private final Consumer<CommitReport> reports;
    private final Clock clock;
    private final Restoration<K, R> restoration;
    // Changes that are durable but not published, because their notes are not kept yet.
    private final List<TableChange<K, R>> unpublished = new ArrayList<>();
    private @Nullable PendingCommit<K, R> pending;
    private TableState<K, R> state;
    private volatile TableState<K, R> published;
    private volatile @Nullable String trouble;
    private volatile @Nullable Instant lastCommitAt;
    private volatile List<String> schemaProblems;

    public TableWriter(
            TableParts<K, R> parts,
            TableState<K, R> loaded,
            NoteDelivery notes,
            ChangeDispatch<K, R> dispatch,
            Housekeeping housekeeping,
            Consumer<CommitReport> reports,
            Clock clock) {
        this.parts = parts;
        this.state = loaded;
        this.published = loaded;
        this.notes = notes;
        this.dispatch = dispatch;
        this.housekeeping = housekeeping;
        this.restoration = new Restoration<>(parts.definition());
        this.reports = reports;
        this.schemaProblems = parts.schema().problems(parts.log().schema());
        this.clock = clock;
    }

    TableState<K, R> published() {
        return published;
    }

    /// Why the table cannot write, or null when it can.
    @Nullable
    public String trouble() {
        return trouble;
    }

    @Nullable
    public Instant lastCommitAt() {
        return lastCommitAt;
    }

    /// What other programs did to the table's columns.
    List<String> schemaProblems() {
        return schemaProblems;
    }

    /// What is to be given back to a table that only grows.
    public Restoration<K, R> restoration() {
        return restoration;
    }

    void process(List<Submission<K, R, ?>> batch) {
        var base = state.version();
        try {
            notes.recover();
            requireKnown();
            settle();
            base = state.version();
            var committed = commit(batch);
            trouble = null;
            published = state;
            batch.forEach(each -> each.complete(committed.base(), committed.version()));
            announce();
            housekeeping.committed(committed.version(), notes.isWaiting());
        } catch (Throwable e) {
            fail(batch, base, e);
        }
    }

    /// Applies what others committed, and delivers what is still owed; not before whom it is owed to is there.
    public void catchUp() {
        try {
            if (!notes.isReady()) {
                return;
            }
            resolve();
            readAhead();
            if (restoration.isDue()) {
                commit(List.of());
            }
            settle();
            if (trouble != null) {
                // Health says "writable" again only after something was written.
                parts.log().probe();
                trouble = null;
            }
        } catch (Throwable e) {
            trouble(e);
        }
    }

    private record Committed(long base, long version) {}

    private Committed commit(List<Submission<K, R, ?>> batch) throws IOException {
        var started = System.nanoTime();
        for (var attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            var base = state;
            var edit = base.edit();
            var said = new ArrayList<CommitNote>();
            var noted = notes.hasKeeper() && parts.definition().noted();
            restoration.enterInto(edit);
            batch.forEach(each -> said.addAll(each.decide(edit, parts.mapping(), noted)));
            var changes = edit.changes();
            if (changes.isEmpty() && said.isEmpty() && !restoration.isDue()) {
                if (isNewest()) {
                    return new Committed(base.version(), base.version());
                }
                continue;
            }
            try {
                state = write(edit, changes, said, started);
            } catch (CommitConflictException e) {
                LOG.info("{}: version {} was taken, deciding again", parts.name(), base.version() + 1);
                pause(attempt);
                readAhead();
                continue;
            }
            committed(changes, said);
            restoration.done();
            report(changes.size(), attempt, started);
            deliverAfterCommit();
            return new Committed(base.version(), state.version());
        }
        throw new PortalException(
                ErrorCode.CONFLICTING_UPDATE, "Other programs kept changing the same data. Try again.");
    }

    private void committed(List<TableChange.Row<K, R>> changes, List<CommitNote> said) {
        lastCommitAt = clock.instant();
        unpublished.add(new TableChange<>(state.version(), false, changes));
        notes.oweNotes(state.version(), said);
    }

    /// Of this batch nothing is written yet: its callers get another answer than those of the commit in doubt.
    private void requireKnown() throws IOException {
        try {
            resolve();
        } catch (UnknownCommitException | OutcomeUnknownException e) {
            throw new IOException("The table's last commit is in doubt: " + e.getMessage());
        }
    }

    /// Finds out what became of a commit in doubt, by writing the very same again.
    private void resolve() throws IOException {
        var doubt = pending;
        if (doubt == null) {
            return;
        }
        try {
            doubt.unknown().repeat();
        } catch (CommitConflictException e) {
            pending = null;
            parts.writer().discard(doubt.written());
            readAhead();
            return;
        }
        pending = null;
        LOG.info(
                "{}: version {}, which was in doubt, is there",
                parts.name(),
                doubt.next().version());
        state = doubt.next();
        committed(doubt.changes(), doubt.notes());
        report(doubt.changes().size(), 1, doubt.started());
        if (doubt.restored()) {
            restoration.done();
            parts.log().forget();
        }
    }

    private void report(int rows, int attempts, long started) {
        var duration = Duration.ofNanos(System.nanoTime() - started);
        reports.accept(new CommitReport(parts.name(), state.version(), rows, attempts, duration));
    }

    private void deliverAfterCommit() {
        try {
            notes.deliver();
        } catch (RuntimeException | Error e) {
            throw Causes.afterCommit(e);
        }
    }

    private TableState<K, R> write(
            StateEdit<K, R> edit, List<TableChange.Row<K, R>> changes, List<CommitNote> said, long started)
            throws IOException, CommitConflictException {
        var base = edit.base();
        var plan = plan(edit, changes);
        var written = parts.writer().write(plan.contents(), plan.rearranged(), base.layout());
        var removed = new ArrayList<DataFile<R>>();
        for (var slot : plan.contents().keySet()) {
            var file = base.layout().file(slot);
            if (file != null) {
                removed.add(file);
            }
        }
        try {
            var files = FileChanges.of(written, removed, !parts.definition().appendOnly());
            files = restoration.owesMark() ? files.withMetadata(parts.log().marked()) : files;
            parts.log().commit(base.version(), files, new CommitExtras(said, files.metrics()), clock.millis());
        } catch (CommitConflictException e) {
            parts.writer().discard(written);
            throw e;
        } catch (UnknownCommitException e) {
            var next = edit.freeze(base.version() + 1, plan.layout(written));
            pending = new PendingCommit<>(e, next, written, changes, List.copyOf(said), restoration.isDue(), started);
            throw e;
        } catch (IOException | RuntimeException | Error e) {
            if (!UnreachableException.isBeneath(e)) {
                discardUnlessCommitted(written, base.version() + 1);
            }
            throw e;
        }
        if (restoration.owesMark()) {
            parts.log().forget();
        }
        return edit.freeze(base.version() + 1, plan.layout(written));
    }

    private CommitPlan<R> plan(StateEdit<K, R> edit, List<TableChange.Row<K, R>> changes) {
        if (!parts.definition().appendOnly()) {
            return RewritePlan.of(edit, changes);
        }
        // As they were entered: another server may have been first, and a place in the chain is given once.
        var rows = new LinkedHashMap<K, R>();
        restoration.keys().forEach(key -> edit.find(key).ifPresent(row -> rows.put(key, row)));
        for (var change : changes) {
            if (change.after() == null) {
                throw new IllegalStateException("Table " + parts.name() + " only grows");
            }
            rows.put(change.key(), change.after());
        }
        return AppendPlan.of(edit, rows);
    }

    /// A commit that failed may still be there, when only its last step failed: then its files must stay, and
    /// the next look at the log finds it.
    private void discardUnlessCommitted(List<DataFile<R>> written, long version) {
        try {
            if (!parts.log().commits().exists(version)) {
                parts.writer().discard(written);
            }
        } catch (IOException e) {
            LOG.warn("{}: files of a failed commit stay behind: {}", parts.name(), e.toString());
        }
    }

    private void readAhead() throws IOException {
        for (var next = nextCommit(); next.isPresent(); next = nextCommit()) {
            var commit = next.get();
            var step = parts.foreign().apply(state, commit, restoration);
            if (commit.metadata()) {
                parts.log().forget();
                schemaProblems = parts.schema().problems(parts.log().schema());
            }
            var marked = !parts.definition().appendOnly()
                    || !commit.metadata()
                    || parts.log().isMarked();
            if (!marked) {
                restoration.oweMark();
            }
            if (!marked || !step.lost().isEmpty()) {
                restoration.owe(
                        new ForeignChange(
                                parts.name(),
                                commit.version(),
                                commit.operation(),
                                step.lost().size()),
                        step.lost());
            }
            state = step.state();
            if (commit.ours()) {
                restoration.drop(state, commit.metadata() && marked);
            }
            notes.owe(commit, step.changes().size());
            unpublished.add(new TableChange<>(commit.version(), !commit.ours(), step.changes()));
        }
    }

    /// A commit finds out whether another server was first. A decision that changes nothing, or refuses, has to look:
    /// what it did not find may have been made there a moment ago.
    private boolean isNewest() throws IOException {
        var known = state.version();
        if (parts.log().isShared()) {
            readAhead();
        }
        return state.version() == known;
    }

    private Optional<LogVersion> nextCommit() throws IOException {
        return parts.log().commits().find(state.version() + 1);
    }

    private void settle() {
        notes.deliver();
        published = state;
        announce();
    }

    private void announce() {
        unpublished.forEach(dispatch::publish);
        unpublished.clear();
    }

    private void fail(List<Submission<K, R, ?>> batch, long base, Throwable failure) {
        trouble(failure);
        var answer = Causes.portal(failure);
        // Where others commit too, nobody can say that what was seen here still holds.
        batch.forEach(each -> {
            if (parts.log().isShared()) {
                each.refuse(answer);
            } else {
                each.fail(base, answer);
            }
        });
    }

    private void trouble(Throwable failure) {
        var sentence = failure instanceof TornCommitException
                ? String.valueOf(failure.getMessage())
                : "Table " + parts.name() + " cannot be written: "
                        + Causes.portal(failure).sentence();
        if (!sentence.equals(trouble)) {
            LOG.error("{}", sentence, failure);
        }
        trouble = sentence;
    }

    private static void pause(int attempt) {
        var most = Math.min(100, 1 << Math.min(attempt, 7));
        LockSupport.parkNanos(Duration.ofMillis(ThreadLocalRandom.current().nextLong(1, most + 1))
                .toNanos());
    }
}
