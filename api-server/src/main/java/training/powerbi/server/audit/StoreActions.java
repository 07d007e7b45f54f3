package training.powerbi.server.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.audit.chain.AdminActionRow;

/// Entries for what was done to the store itself, which is a change of no row.
@Component
public class StoreActions {
    private static final String AFTER = "after";

    private final DeltaTable<String, AdminActionRow> actions;
    private final AuditTrail audit;
    private final JsonMapper json;

    StoreActions(DeltaTable<String, AdminActionRow> actions, AuditTrail audit, JsonMapper json) {
        this.audit = audit;
        this.actions = actions;
        this.json = json;
    }

    /// Adds the entry and returns when it is durable.
    ///
    /// @param key names what was done; a second entry of the same key is none
    public void add(
            String key, Attempt by, ActionType type, Map<String, ? extends @Nullable Object> details, Instant at) {
        add(NameUuid.of(type.wireName() + '\n' + key).toString(), by.adminId(), type, metadata(details), at);
    }

    /// As [#add(String, Attempt, ActionType, Map, Instant)], for an action that a client may repeat.
    public void add(Action action, Map<String, ? extends @Nullable Object> details, Instant at) {
        var metadata = metadata(details);
        if (action.key() != null) {
            metadata.put(AuditTrail.ASKED, action.asked());
        }
        add(action.id(), action.adminId(), action.type(), metadata, at);
    }

    /// What the entry of the action tells, if it was done before.
    ///
    /// @throws PortalException BAD_USER_INPUT when its key was used for anything else
    public Optional<JsonNode> find(Action action) {
        return audit.doneAnywhere(action)
                ? actions.snapshot()
                        .find(action.id())
                        .map(row -> json.readTree(row.metadata()).path(AFTER))
                : Optional.empty();
    }

    private static Map<String, Object> metadata(Map<String, ? extends @Nullable Object> details) {
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("before", Map.of());
        metadata.put(AFTER, details);
        return metadata;
    }

    private void add(String id, String adminId, ActionType type, Map<String, Object> metadata, Instant at) {
        var row = AdminActionRow.of(
                id,
                adminId,
                type.wireName(),
                null,
                json.writeValueAsString(metadata),
                // Clocks may tell more than a table keeps.
                at.truncatedTo(ChronoUnit.MICROS));
        actions.update(now ->
                now.find(row.actionId()).isEmpty() ? Verdict.upsert(List.of(row)) : Verdict.unchanged(List.of()));
    }
}
