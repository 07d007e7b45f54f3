package training.powerbi.server.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.server.lakehouse.CommitNote;
import training.powerbi.server.lakehouse.DeltaTable;
import training.powerbi.server.lakehouse.NoteKeeper;
import training.powerbi.server.lakehouse.Verdict;

/// Derives `admin_actions` from the notes of commits.
class AuditKeeper implements NoteKeeper {
    /// Stands for whoever changed a table past the portal.
    static final String EXTERNAL_ADMIN = "external";

    private final DeltaTable<String, AdminActionRow> actions;
    private final JsonMapper json;
    private final Clock clock;

    AuditKeeper(DeltaTable<String, AdminActionRow> actions, JsonMapper json, Clock clock) {
        this.actions = actions;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void keep(String table, long version, List<CommitNote> notes) {
        add(notes.stream()
                .map(note -> json.readValue(note.json(), AdminActionRow.class))
                .toList());
    }

    @Override
    public void keepForeign(String table, long version, String operation, int changedRows) {
        if (table.equals(AdminActionRow.TABLE)) {
            return;
        }
        var metadata = Map.of("table", table, "version", version, "operation", operation, "rows", changedRows);
        add(List.of(new AdminActionRow(
                NameUuid.of(table + '\n' + version).toString(),
                EXTERNAL_ADMIN,
                ActionType.EXTERNAL_CHANGE.wireName(),
                null,
                json.writeValueAsString(metadata),
                clock.instant().truncatedTo(ChronoUnit.MICROS))));
    }

    private void add(List<AdminActionRow> rows) {
        actions.update(now -> Verdict.upsert(
                rows.stream().filter(row -> now.find(row.actionId()).isEmpty()).toList()));
    }
}
