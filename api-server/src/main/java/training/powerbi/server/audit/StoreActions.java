package training.powerbi.server.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.server.audit.chain.AdminActionRow;

/// Entries for what was done to the store itself, which is a change of no row.
@Component
public class StoreActions {
    private final DeltaTable<String, AdminActionRow> actions;
    private final JsonMapper json;

    StoreActions(DeltaTable<String, AdminActionRow> actions, JsonMapper json) {
        this.actions = actions;
        this.json = json;
    }

    /// Adds the entry and returns when it is durable.
    ///
    /// @param key names what was done; a second entry of the same key is none
    public void add(
            String key, Attempt by, ActionType type, Map<String, ? extends @Nullable Object> details, Instant at) {
        var row = AdminActionRow.of(
                NameUuid.of(type.wireName() + '\n' + key).toString(),
                by.adminId(),
                type.wireName(),
                null,
                json.writeValueAsString(Map.of("before", Map.of(), "after", details)),
                // Clocks may tell more than a table keeps.
                at.truncatedTo(ChronoUnit.MICROS));
        actions.update(now ->
                now.find(row.actionId()).isEmpty() ? Verdict.upsert(List.of(row)) : Verdict.unchanged(List.of()));
    }
}
