package training.powerbi.server.audit.chain;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.Index;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.lakehouse.TableDefinition.Growth;

/// A row of `admin_actions`.
///
/// @param metadata JSON: `before` and `after`, and what else names the change
/// @param sequence its place in the chain, from 1; null in rows of portals that had none
/// @param previousHash of the entry before it
/// @param hash of what the row says, as [EntryText] writes it
// As a note, an entry has no place yet.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AdminActionRow(
        String actionId,
        String adminId,
        String actionType,
        @Nullable Integer dayNumber,
        String metadata,
        Instant timestamp,
        @Nullable Long sequence,
        @Nullable String previousHash,
        @Nullable String hash) {

    public static final String TABLE = "admin_actions";
    static final Index<AdminActionRow> BY_SEQUENCE = new Index<>("sequence", AdminActionRow::sequence);
    static final TableDefinition<String, AdminActionRow> DEFINITION =
            TableDefinition.of(TABLE, AdminActionRow.class, AdminActionRow::actionId);

    /// An entry that has no place yet.
    public static AdminActionRow of(
            String actionId,
            String adminId,
            String actionType,
            @Nullable Integer dayNumber,
            String metadata,
            Instant timestamp) {
        return new AdminActionRow(actionId, adminId, actionType, dayNumber, metadata, timestamp, null, null, null);
    }

    public static TableDefinition<String, AdminActionRow> definition(Growth<String, AdminActionRow> growth) {
        return DEFINITION.indexed(BY_SEQUENCE).onlyGrowing(growth).stamped(AdminActionRow::timestamp);
    }

    public AdminActionRow withMetadata(String newMetadata) {
        return new AdminActionRow(
                actionId, adminId, actionType, dayNumber, newMetadata, timestamp, sequence, previousHash, hash);
    }

    /// The entry as the one behind that link.
    AdminActionRow behind(long newestSequence, String newestHash) {
        var placed = new AdminActionRow(
                actionId, adminId, actionType, dayNumber, metadata, timestamp, newestSequence + 1, newestHash, null);
        return new AdminActionRow(
                actionId,
                adminId,
                actionType,
                dayNumber,
                metadata,
                timestamp,
                newestSequence + 1,
                newestHash,
                EntryText.hash(placed));
    }
}
