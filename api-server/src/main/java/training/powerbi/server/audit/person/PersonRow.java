package training.powerbi.server.audit.person;

import training.powerbi.lakehouse.Index;
import training.powerbi.lakehouse.TableDefinition;

/// A row of `audit_people`: who is behind a name in the audit log. Without the row nobody can tell, nor find out by
/// trying all ids there are.
///
/// @param salt random, and nowhere else
/// @param pseudonym the keyed digest that stands in the log
public record PersonRow(String userId, String salt, String pseudonym) {

    static final Index<PersonRow> BY_PSEUDONYM = new Index<>("pseudonym", PersonRow::pseudonym);
    public static final TableDefinition<String, PersonRow> DEFINITION = TableDefinition.of(
                    "audit_people", PersonRow.class, PersonRow::userId)
            .indexed(BY_PSEUDONYM)
            .withoutStatistics();
}
