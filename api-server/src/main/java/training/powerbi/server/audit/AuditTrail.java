package training.powerbi.server.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.lakehouse.CommitNote;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.model.error.PortalException;

/// Writes and reads the audit log. A change is noted with the commit that makes it; its row in `admin_actions`
/// is derived from that note and durable before the change is acknowledged.
@Service
public class AuditTrail {
    private static final String ASKED = "asked";
    private static final int CLAIMS = 20_000;

    private final DeltaTable<String, AdminActionRow> actions;
    private final Authors authors;
    private final JsonMapper json;
    private final Clock clock;
    /// What each key was sent with first, for those whose change is not in the log: it changed nothing, or is under
    /// way.
    private final Cache<String, String> claims = Caffeine.newBuilder()
            .maximumSize(CLAIMS)
            .expireAfterWrite(Duration.ofDays(1))
            .build();

    AuditTrail(DeltaTable<String, AdminActionRow> actions, Authors authors, JsonMapper json, Clock clock) {
        this.actions = actions;
        this.authors = authors;
        this.json = json;
        this.clock = clock;
    }

    /// The note to return with a verdict, made where the change is decided: whoever lost the role since the request was
    /// let in changes nothing any more.
    ///
    /// @param subject what was changed, where the day does not say it: a recording's or user's id
    /// @param before values as they were; only those that change
    /// @param after the same values as they become
    /// @throws PortalException ACCESS_DENIED when who attempts it is no active admin now
    public CommitNote note(
            Attempt attempt,
            ActionType type,
            @Nullable Integer dayNumber,
            @Nullable String subject,
            Map<String, ? extends @Nullable Object> before,
            Map<String, ? extends @Nullable Object> after) {
        requireStanding(attempt);
        var metadata = new LinkedHashMap<String, @Nullable Object>();
        if (subject != null) {
            metadata.put("subject", subject);
        }
        if (attempt.key() != null) {
            metadata.put(ASKED, attempt.asked());
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

    private void requireStanding(Attempt attempt) {
        if (attempt.hasAccount() && !authors.mayChangeThings(attempt.adminId())) {
            throw Authors.dismissed();
        }
    }

    /// Whether this attempt has already changed what it wanted to; the caller then answers with the state as it
    /// is.
    ///
    /// @throws PortalException BAD_USER_INPUT when its key was used for anything else
    public boolean done(Attempt attempt, ActionType type) {
        if (attempt.key() == null) {
            return false;
        }
        var earlier = actions.snapshot().find(attempt.actionId());
        var wanted = type.wireName() + ' ' + attempt.asked();
        // The log knows better than this process what a key was sent with first.
        boolean known = earlier.isPresent()
                ? isOf(earlier.get(), attempt, type)
                : claims.get(attempt.actionId(), _ -> wanted).equals(wanted);
        if (!known) {
            throw PortalException.badInput(
                    "Idempotency-Key", "This Idempotency-Key belongs to another change; send a new one.");
        }
        return earlier.isPresent();
    }

    /// Rows of portals before this one do not say what was asked for.
    private boolean isOf(AdminActionRow action, Attempt attempt, ActionType type) {
        var asked = json.readTree(action.metadata()).path(ASKED);
        return action.actionType().equals(type.wireName())
                && (asked.isMissingNode() || asked.asString().equals(attempt.asked()));
    }

    /// Whether an admin ever made such a change to the day.
    public boolean any(int dayNumber, ActionType type) {
        return actions.snapshot().rows().anyMatch(action -> {
            var day = action.dayNumber();
            return day != null && day == dayNumber && action.actionType().equals(type.wireName());
        });
    }
}
