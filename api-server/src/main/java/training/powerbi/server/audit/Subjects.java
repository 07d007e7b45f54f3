package training.powerbi.server.audit;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import training.powerbi.server.audit.chain.AdminActionRow;
import training.powerbi.server.audit.person.AuditPeople;

/// Whom entries are about. In the table people stand under a pseudonym; who reads the log through the portal sees their
/// ids, until they are erased.
final class Subjects {
    static final String FIELD = "subject";
    private static final Pattern NAMED = Pattern.compile("\"" + FIELD + "\":\"(person:[0-9a-f]{64})\"");

    private static final JsonPointer UNDONE_TYPE = JsonPointer.compile("/after/" + RecordedChange.UNDONE_TYPE);

    private final AuditPeople people;
    private final JsonMapper json;

    Subjects(AuditPeople people, JsonMapper json) {
        this.people = people;
        this.json = json;
    }

    /// The rows as they are written. Returns when what tells of the people in them is durable.
    List<AdminActionRow> named(List<AdminActionRow> rows) {
        var userIds = new HashMap<String, String>();
        for (var row : rows) {
            var userId = userId(row);
            if (userId != null) {
                userIds.put(row.actionId(), userId);
            }
        }
        if (userIds.isEmpty()) {
            return rows;
        }
        var pseudonyms = people.pseudonyms(new LinkedHashSet<>(userIds.values()));
        return rows.stream()
                .map(row -> {
                    var userId = userIds.get(row.actionId());
                    return userId == null ? row : named(row, pseudonyms);
                })
                .toList();
    }

    private @Nullable String userId(AdminActionRow row) {
        boolean undo = row.actionType().equals(ActionType.UNDO.wireName());
        if (!undo && !ActionType.isPersonal(row.actionType())) {
            return null;
        }
        var metadata = json.readTree(row.metadata());
        if (undo && !ActionType.isPersonal(metadata.at(UNDONE_TYPE).asString(""))) {
            return null;
        }
        var subject = metadata.path(FIELD).asString("");
        return subject.isEmpty() || AuditPeople.isPseudonym(subject) ? null : subject;
    }

    private AdminActionRow named(AdminActionRow row, Map<String, String> pseudonyms) {
        var metadata = (ObjectNode) json.readTree(row.metadata());
        var userId = metadata.path(FIELD).asString();
        metadata.put(FIELD, pseudonyms.getOrDefault(userId, userId));
        return row.withMetadata(json.writeValueAsString(metadata));
    }

    String readable(String metadata) {
        var found = NAMED.matcher(metadata);
        if (!found.find()) {
            return metadata;
        }
        return people.userId(found.group(1))
                .map(userId -> metadata.substring(0, found.start(1)) + userId + metadata.substring(found.end(1)))
                .orElse(metadata);
    }
}
