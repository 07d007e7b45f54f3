package training.powerbi.server.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.lakehouse.CommitNote;
import training.powerbi.server.lakehouse.DeltaTable;

/// Writes and reads the audit log. A change is noted with the commit that makes it; its row in `admin_actions`
/// is derived from that note and durable before the change is acknowledged.
@Service
public class AuditTrail {
    private final DeltaTable<String, AdminActionRow> actions;
    private final JsonMapper json;
    private final Clock clock;

    AuditTrail(DeltaTable<String, AdminActionRow> actions, JsonMapper json, Clock clock) {
        this.actions = actions;
        this.json = json;
        this.clock = clock;
    }

    /// The note to return with a verdict.
    ///
    /// @param subject what was changed, where the day does not say it: a recording's or user's id
    /// @param before values as they were; only those that change
    /// @param after the same values as they become
    public CommitNote note(
            Attempt attempt,
            ActionType type,
            @Nullable Integer dayNumber,
            @Nullable String subject,
            Map<String, ? extends @Nullable Object> before,
            Map<String, ? extends @Nullable Object> after) {
        var metadata = new LinkedHashMap<String, @Nullable Object>();
        if (subject != null) {
            metadata.put("subject", subject);
        }
        metadata.put("before", before);
        metadata.put("after", after);
        var row = new AdminActionRow(
                attempt.actionId(),
                attempt.adminId(),
                type.wireName(),
                dayNumber,
                json.writeValueAsString(metadata),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        return new CommitNote(row.actionId(), json.writeValueAsString(row));
    }

    /// Whether this attempt has already changed what it wanted to; the caller then answers with the state as it
    /// is.
    ///
    /// @throws PortalException BAD_USER_INPUT when its key was used for a different kind of change
    public boolean done(Attempt attempt, ActionType type) {
        if (attempt.key() == null) {
            return false;
        }
        var earlier = actions.snapshot().find(attempt.actionId());
        earlier.filter(action -> !action.actionType().equals(type.wireName())).ifPresent(action -> {
            throw PortalException.badInput(
                    "Idempotency-Key", "This Idempotency-Key belongs to another change; send a new one.");
        });
        return earlier.isPresent();
    }

    /// Whether an admin ever made such a change to the day.
    public boolean any(int dayNumber, ActionType type) {
        return actions.snapshot().rows().anyMatch(action -> {
            var day = action.dayNumber();
            return day != null && day == dayNumber && action.actionType().equals(type.wireName());
        });
    }
}
