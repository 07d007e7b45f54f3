package training.powerbi.cli.people;

import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.cli.desk.Beginning;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.When;
import training.powerbi.cli.terminal.Table;
import training.powerbi.cli.terminal.Terminal;
import training.powerbi.client.AuditEntry;
import training.powerbi.client.Person;

/// Entries of the audit log, told.
final class AuditLines {
    private static final JsonMapper JSON = new JsonMapper();

    private AuditLines() {}

    static void tell(Pages.Part<AuditEntry> found, Desk desk) {
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("entries", found.items().stream().map(AuditLines::line).toList());
        answer.put("next", found.next());
        desk.output().answer(answer, terminal -> print(found.items(), terminal));
        if (found.next() != null && !desk.json()) {
            desk.output().note("There is more: --after " + found.next());
        }
    }

    static Object line(AuditEntry entry) {
        var line = new LinkedHashMap<String, @Nullable Object>();
        line.put("actionId", entry.actionId());
        line.put("timestamp", entry.timestamp());
        line.put("actionType", entry.actionType());
        line.put("dayNumber", entry.dayNumber());
        line.put("adminId", entry.adminId());
        line.put("admin", name(entry.admin()));
        line.put("metadata", metadata(entry.metadata()));
        return line;
    }

    /// As a part of the answer; what is no JSON stays a text.
    private static Object metadata(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException other) {
            return text;
        }
    }

    private static void print(List<AuditEntry> entries, Terminal terminal) {
        var table = new Table("WHEN", "ACTION", "DAY", "WHO", "ID");
        entries.forEach(entry -> table.row(
                When.moment(entry.timestamp()),
                entry.actionType(),
                entry.dayNumber() == null ? "-" : entry.dayNumber().toString(),
                name(entry.admin()),
                Beginning.shown(entry.actionId())));
        table.print(terminal);
    }

    private static String name(@Nullable Person admin) {
        return admin == null ? "another program, or a deleted account" : admin.name();
    }
}
