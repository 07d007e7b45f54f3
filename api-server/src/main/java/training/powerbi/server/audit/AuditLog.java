package training.powerbi.server.audit;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.model.Connection;
import training.powerbi.server.audit.chain.AdminActionRow;
import training.powerbi.server.audit.person.AuditPeople;

/// Reads the audit log, newest first.
@Service
@PreAuthorize("hasRole('ADMIN')")
public class AuditLog {
    private static final Comparator<RecordedChange> OLDEST_FIRST =
            Comparator.comparing(RecordedChange::timestamp).thenComparing(RecordedChange::actionId);

    private final DeltaTable<String, AdminActionRow> actions;
    private final Subjects subjects;
    private final JsonMapper json;

    AuditLog(DeltaTable<String, AdminActionRow> actions, AuditPeople people, JsonMapper json) {
        this.actions = actions;
        this.subjects = new Subjects(people, json);
        this.json = json;
    }

    /// What changed, with the user's id in place of the name that the log has for them.
    String readable(AdminAction action) {
        return subjects.readable(action.metadata());
    }

    Connection<AdminAction> page(AuditFilter filter, @Nullable Integer first, @Nullable String after) {
        var rows = actions.snapshot().rows().filter(filter::accepts).map(AdminAction::of);
        return Connection.page(rows, AdminAction::sortKey, true, first, after);
    }

    public Optional<AdminAction> action(String actionId) {
        return actions.snapshot().find(actionId).map(AdminAction::of);
    }

    public Optional<RecordedChange> change(String actionId) {
        return actions.snapshot().find(actionId).map(this::recorded);
    }

    /// The first change after this one that concerns the same values.
    public Optional<RecordedChange> touching(RecordedChange change) {
        return after(change).filter(change::isTouchedBy).min(OLDEST_FIRST);
    }

    /// The first later change of the same values that stands, which one does until it was taken back. Those of the same
    /// moment are none: which of them was first nobody knows. Of all servers by now.
    public Optional<RecordedChange> standingOn(RecordedChange change) {
        actions.newest();
        var since = after(change)
                .filter(later -> later.timestamp().isAfter(change.timestamp()))
                .toList();
        var ids = since.stream().map(RecordedChange::actionId).collect(Collectors.toSet());
        var takenBack = since.stream()
                .flatMap(later -> later.undoes().stream())
                .filter(ids::contains)
                .collect(Collectors.toSet());
        return since.stream()
                .filter(change::isTouchedBy)
                .filter(later -> !takenBack.contains(later.actionId()))
                .filter(later -> later.undoes().filter(takenBack::contains).isEmpty())
                .min(OLDEST_FIRST);
    }

    /// What happened to the same day later, newest first, and the change itself at last.
    public Stream<RecordedChange> back(RecordedChange change) {
        return Stream.concat(after(change), Stream.of(change))
                .filter(each -> each.dayNumber() != null)
                .sorted(OLDEST_FIRST.reversed());
    }

    private Stream<RecordedChange> after(RecordedChange change) {
        return actions.snapshot()
                .rows()
                .filter(row -> !row.timestamp().isBefore(change.timestamp()))
                .filter(row -> Objects.equals(row.dayNumber(), change.dayNumber()))
                .map(this::recorded)
                .filter(later -> OLDEST_FIRST.compare(later, change) > 0);
    }

    private RecordedChange recorded(AdminActionRow row) {
        return RecordedChange.of(row, json.readTree(subjects.readable(row.metadata())));
    }
}
