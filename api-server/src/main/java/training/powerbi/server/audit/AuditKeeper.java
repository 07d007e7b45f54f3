package training.powerbi.server.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.lakehouse.CommitNote;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.ForeignChange;
import training.powerbi.lakehouse.NoteKeeper;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.server.audit.chain.AdminActionRow;
import training.powerbi.server.audit.person.AuditPeople;

/// Derives `admin_actions` from the notes of commits.
class AuditKeeper implements NoteKeeper {
    /// Stands for whoever changed a table past the portal.
    static final String EXTERNAL_ADMIN = "external";

    private final DeltaTable<String, AdminActionRow> actions;
    private final AuditTrail trail;
    private final Subjects subjects;
    private final JsonMapper json;
    private final Clock clock;

    AuditKeeper(
            DeltaTable<String, AdminActionRow> actions,
            AuditTrail trail,
            AuditPeople people,
            JsonMapper json,
            Clock clock) {
        this.actions = actions;
        this.trail = trail;
        this.subjects = new Subjects(people, json);
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void keep(String table, long version, List<CommitNote> notes) {
        add(subjects.named(rows(notes)));
    }

    @Override
    public void hear(List<CommitNote> notes) {
        trail.hear(rows(notes));
    }

    @Override
    public void keepForeign(String table, long version, String operation, int changedRows) {
        if (table.equals(AdminActionRow.TABLE)) {
            // This table's writer waits here; it tells of its own with the rows it writes again.
            return;
        }
        add(List.of(external(new ForeignChange(table, version, operation, changedRows), json, clock.instant())));
    }

    /// The row that tells of the change.
    static AdminActionRow external(ForeignChange change, JsonMapper json, Instant now) {
        var metadata = Map.of(
                "table", change.table(),
                "version", change.version(),
                "operation", change.operation(),
                "rows", change.rows());
        return AdminActionRow.of(
                NameUuid.of(change.table() + '\n' + change.version()).toString(),
                EXTERNAL_ADMIN,
                ActionType.EXTERNAL_CHANGE.wireName(),
                null,
                json.writeValueAsString(metadata),
                now);
    }

    private List<AdminActionRow> rows(List<CommitNote> notes) {
        return notes.stream()
                .map(note -> json.readValue(note.json(), AdminActionRow.class))
                .toList();
    }

    private void add(List<AdminActionRow> rows) {
        actions.update(now -> Verdict.upsert(
                rows.stream().filter(row -> now.find(row.actionId()).isEmpty()).toList()));
    }
}
