package training.powerbi.server.access.cohort;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.model.User;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.access.Cohorts;
import training.powerbi.server.access.MoveRow;
import training.powerbi.server.account.Memberships;
import training.powerbi.server.audit.Action;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.Changes;
import training.powerbi.server.audit.RecordedChange;

/// Moves students between cohorts. Their progress goes with them. Returns once the move and its audit rows are durable.
@Service
@PreAuthorize("hasRole('ADMIN')")
class StudentMoves {
    private static final int MOST = 1_000;

    private final Memberships memberships;
    private final Cohorts cohorts;
    private final DeltaTable<String, MoveRow> moves;
    private final Changes changes;

    StudentMoves(Memberships memberships, Cohorts cohorts, DeltaTable<String, MoveRow> moves, Changes changes) {
        this.memberships = memberships;
        this.cohorts = cohorts;
        this.moves = moves;
        this.changes = changes;
    }

    List<User> move(Attempt attempt, List<String> userIds, String cohortId) {
        if (userIds.isEmpty() || userIds.size() > MOST) {
            throw PortalException.badInput("userIds", "Move 1 to " + MOST + " students at a time.");
        }
        cohorts.requireOpen(cohortId);
        var moved = memberships.move(attempt, userIds, cohortId.equals(Cohorts.MAIN) ? null : cohortId);
        tell(moved);
        return moved.stream().map(Memberships.Move::user).toList();
    }

    /// Takes a move back.
    void undo(Action action, RecordedChange move, Supplier<PortalException> builtUpon) {
        if (move.before().get("cohortId") instanceof String cohortId && !changes.made(action)) {
            cohorts.refuseArchived(cohortId);
        }
        tell(List.of(memberships.moveBack(action, move, builtUpon)));
    }

    /// Once it holds, open pages are told; whose server stops in between learns of it with the next question.
    private void tell(List<Memberships.Move> moved) {
        var changed = moved.stream()
                .filter(move -> !Objects.equals(move.from(), move.user().cohortId()))
                .toList();
        if (!changed.isEmpty()) {
            changes.unaudited(
                    moves,
                    (rows, at) -> Verdict.upsert(
                            changed.stream().map(move -> row(move, at)).toList()));
        }
    }

    private static MoveRow row(Memberships.Move move, Instant at) {
        return new MoveRow(
                move.user().userId(), orMain(move.from()), orMain(move.user().cohortId()), at);
    }

    private static String orMain(@Nullable String cohortId) {
        return Objects.requireNonNullElse(cohortId, Cohorts.MAIN);
    }
}
