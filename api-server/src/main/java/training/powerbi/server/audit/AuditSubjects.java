package training.powerbi.server.audit;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.server.audit.chain.AdminActionRow;
import training.powerbi.server.audit.person.AuditPeople;

/// Whom the audit log is about, for whoever erases people.
@Component
public class AuditSubjects {
    private final DeltaTable<String, AdminActionRow> actions;
    private final AuditPeople people;

    AuditSubjects(DeltaTable<String, AdminActionRow> actions, AuditPeople people) {
        this.actions = actions;
        this.people = people;
    }

    /// Whether it can be told who is meant by the name that the log has for them.
    public boolean knows(String userId) {
        return people.knows(userId);
    }

    /// From now on nobody can tell, nor find out.
    public void forget(String userId) {
        people.forget(List.of(userId));
    }

    /// What trainers did to that person.
    public List<AdminAction> about(String userId) {
        return entries(userId).map(AdminAction::of).toList();
    }

    /// How many entries are about that person.
    public int entriesAbout(String userId) {
        return Math.toIntExact(entries(userId).count());
    }

    private Stream<AdminActionRow> entries(String userId) {
        var names = people.namesOf(userId);
        return actions.snapshot()
                .rows()
                .filter(row -> names.stream()
                        .anyMatch(name -> row.metadata().contains("\"" + Subjects.FIELD + "\":\"" + name + "\"")));
    }
}
