package training.powerbi.server.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.server.audit.chain.AdminActionRow;
import training.powerbi.server.audit.chain.AuditChain;
import training.powerbi.server.audit.person.AuditPeople;
import training.powerbi.server.audit.person.PersonRow;
import training.powerbi.server.store.Revisions;

/// The audit module over a given store, for tests of features: what they noted, in order.
public final class RecordedActions {
    private final Changes changes;
    private final Subjects subjects;
    private final List<AdminActionRow> inOrder = new ArrayList<>();

    public RecordedActions(Lakehouse lakehouse, JsonMapper json, Clock clock) {
        DeltaTable<String, AdminActionRow> actions =
                lakehouse.table(AdminActionRow.definition(new AuditChain(change -> {
                    throw new IllegalStateException("nobody else is at this table");
                })));
        var people = new AuditPeople(lakehouse.table(PersonRow.DEFINITION));
        subjects = new Subjects(people, json);
        var trail = new AuditTrail(actions, adminId -> true, json);
        changes = new Changes(trail, new Revisions(lakehouse), clock);
        actions.onChange(change -> change.rows().forEach(row -> inOrder.add(row.after())));
        lakehouse.keepNotes(new AuditKeeper(actions, trail, people, json, clock));
    }

    public Changes changes() {
        return changes;
    }

    public List<String> types() {
        return rows().map(AdminActionRow::actionType).toList();
    }

    public List<String> metadata() {
        return rows().map(row -> subjects.readable(row.metadata())).toList();
    }

    private Stream<AdminActionRow> rows() {
        return inOrder.stream();
    }
}
