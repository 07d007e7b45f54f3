package training.powerbi.server.account.user;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.model.Role;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.account.Memberships;
import training.powerbi.server.audit.Action;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.Change;
import training.powerbi.server.audit.Change.Edit;
import training.powerbi.server.audit.Changes;
import training.powerbi.server.audit.Entry;
import training.powerbi.server.audit.RecordedChange;

/// Memberships as a column of `users`.
@Service
@PreAuthorize("hasRole('ADMIN')")
public class StoredMemberships implements Memberships {
    private static final String COHORT = "cohortId";

    private final DeltaTable<String, UserRow> users;
    private final Changes changes;

    StoredMemberships(DeltaTable<String, UserRow> users, Changes changes) {
        this.users = users;
        this.changes = changes;
    }

    @Override
    public List<Move> move(Attempt attempt, List<String> userIds, @Nullable String cohortId) {
        var action = attempt.to(ActionType.MOVE_STUDENT, userIds, cohortId);
        boolean repeated = changes.made(action);
        return changes.<String, UserRow, List<Move>>run(action, users, (rows, at) -> {
                    var moves = new ArrayList<Move>();
                    var edits = new ArrayList<Edit<UserRow>>();
                    for (var id : new LinkedHashSet<>(userIds)) {
                        var before = rows.find(id).orElseThrow(StoredAccounts::notFound);
                        requireStudent(before);
                        boolean isMoved = !repeated && !Objects.equals(before.cohortId(), cohortId);
                        var after = isMoved ? before.withCohortId(cohortId) : before;
                        if (isMoved) {
                            edits.add(new Edit<>(after, entry(before, after)));
                        }
                        moves.add(new Move(after.user(), before.cohortId()));
                    }
                    return Change.ofDays(edits, moves);
                })
                .answer();
    }

    @Override
    public Move moveBack(Action action, RecordedChange move, Supplier<PortalException> builtUpon) {
        var to = (String) move.before().get(COHORT);
        var from = (String) move.after().get(COHORT);
        var moved = changes.edit(action, users, move.what(), StoredAccounts::notFound, (row, at) -> {
            if (!Objects.equals(row.cohortId(), from)) {
                throw builtUpon.get();
            }
            return Change.of(row.withCohortId(to), move.undone());
        });
        return new Move(moved.answer().user(), from);
    }

    private static void requireStudent(UserRow row) {
        if (row.role() == Role.ADMIN) {
            throw PortalException.badInput(
                    "userIds", "A trainer sees all cohorts and is in none; only students can be moved.");
        }
    }

    private static Entry entry(UserRow before, UserRow after) {
        return Entry.of(
                before.userId(),
                Collections.singletonMap(COHORT, before.cohortId()),
                Collections.singletonMap(COHORT, after.cohortId()));
    }
}
