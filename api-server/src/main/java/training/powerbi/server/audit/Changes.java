package training.powerbi.server.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.CommitNote;
import training.powerbi.lakehouse.Decision;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableSnapshot;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.store.Committed;
import training.powerbi.server.store.Revisions;

/// The one shape of a change. Who says what becomes of which rows gets the rest: the same time in row and log, the
/// entry in the same commit, a key that is not used twice, the revision of the answer. Returns once all is durable.
@Component
public class Changes {
    private final AuditTrail audit;
    private final Revisions revisions;
    private final Clock clock;

    Changes(AuditTrail audit, Revisions revisions, Clock clock) {
        this.audit = audit;
        this.revisions = revisions;
        this.clock = clock;
    }

    /// Whether this action has already changed what it wanted to; the caller then answers with the state as it is.
    ///
    /// @throws PortalException BAD_USER_INPUT when its key was used for anything else
    public boolean made(Action action) {
        return audit.doneAnywhere(action);
    }

    /// As [#made], for plans, which must not ask far away.
    public boolean isKnown(Action action) {
        return audit.done(action);
    }

    /// Whether an admin ever made such a change to the day.
    public boolean everMade(int dayNumber, ActionType type) {
        return audit.any(dayNumber, type);
    }

    /// Makes the change that the plan decides. Whether the action was [made][#made(Action)] before is the plan's to
    /// know; where one row is meant, [#edit] and [#create] know it by themselves.
    ///
    /// @throws PortalException ACCESS_DENIED when who does it is no active admin any more, and what the plan throws
    public <K, R extends Record, T> Committed<T> run(Action action, DeltaTable<K, R> table, Plan<K, R, T> plan) {
        boolean known = audit.doneAnywhere(action);
        return revisions.of(table, table.update(decision(action, known, plan)));
    }

    /// As [#run], without waiting.
    public <K, R extends Record, T> CompletableFuture<Committed<T>> start(
            Action action, DeltaTable<K, R> table, Plan<K, R, T> plan) {
        boolean known = audit.done(action);
        return table.submit(decision(action, known, plan)).thenApply(result -> revisions.of(table, result));
    }

    /// Changes one row. The same action again answers with the row as it is.
    ///
    /// @param missing what to throw when there is no such row
    public <K, R extends Record> Committed<R> edit(
            Action action,
            DeltaTable<K, R> table,
            K key,
            Supplier<PortalException> missing,
            BiFunction<R, Instant, Change<K, R, R>> plan) {
        return run(action, table, (rows, at) -> {
            var row = rows.find(key).orElseThrow(missing);
            return audit.done(action) ? Change.none(row) : plan.apply(row, at);
        });
    }

    /// Adds one row. When it is there already, whoever added it, it stays what it is.
    public <K, R extends Record> Committed<R> create(
            Action action, DeltaTable<K, R> table, K key, Function<Instant, Change<K, R, R>> plan) {
        return run(
                action,
                table,
                (rows, at) -> rows.find(key).map(Change::<K, R, R>none).orElseGet(() -> plan.apply(at)));
    }

    /// A change that is no admin's doing, such as what a player reports: the log says nothing of it.
    public <K, R extends Record, T> Committed<T> unaudited(
            DeltaTable<K, R> table, BiFunction<TableSnapshot<K, R>, Instant, Verdict<K, R, T>> plan) {
        return revisions.of(table, table.update(rows -> plan.apply(rows, clock.instant())));
    }

    private <K, R extends Record, T> Decision<K, R, T> decision(Action action, boolean known, Plan<K, R, T> plan) {
        return rows -> {
            var at = clock.instant();
            var change = plan.decide(rows, at);
            if (!known && !change.entries().isEmpty() && audit.done(action)) {
                // The server that made it may have stopped before it told anybody; this one was about to do it again.
                throw new PortalException(
                        ErrorCode.CONFLICTING_UPDATE,
                        "Another server made this change a moment ago. Repeat it with the same Idempotency-Key.");
            }
            return new Verdict<>(change.upserts(), change.deletes(), notes(action, change, at), change.answer());
        };
    }

    private List<CommitNote> notes(Action action, Change<?, ?, ?> change, Instant at) {
        var notes = new ArrayList<CommitNote>();
        for (var entry : change.entries()) {
            notes.add(audit.note(notes.isEmpty() ? action : part(action, entry), entry, at));
        }
        return notes;
    }

    private static Action part(Action action, Entry entry) {
        var day = entry.dayNumber();
        if (day != null) {
            return action.ofDay(day);
        }
        return entry.subject() == null ? action : action.part(entry.subject());
    }
}
