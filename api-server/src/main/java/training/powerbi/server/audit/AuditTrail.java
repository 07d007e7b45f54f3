package training.powerbi.server.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.lakehouse.CommitNote;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.audit.chain.AdminActionRow;

/// Makes the entries of the audit log and knows which were made. A change is noted with the commit that makes it; its
/// row in `admin_actions` is derived from that note and durable before the change is acknowledged.
@Component
class AuditTrail {
    static final String ASKED = "asked";
    private static final int CLAIMS = 20_000;
    /// More changes than other servers make before one of them has put its own into the log.
    private static final int HEARD = 10_000;

    private final DeltaTable<String, AdminActionRow> actions;
    private final Authors authors;
    private final JsonMapper json;
    /// What each key was sent with first, for those whose change is not in the log: it changed nothing, or is under
    /// way.
    private final Cache<String, String> claims = Caffeine.newBuilder()
            .maximumSize(CLAIMS)
            .expireAfterWrite(Duration.ofDays(1))
            .build();
    /// Changes of other servers whose rows are not in the log yet, or never will be by the one that stopped.
    private final Cache<String, AdminActionRow> heard = Caffeine.newBuilder()
            .maximumSize(HEARD)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    AuditTrail(DeltaTable<String, AdminActionRow> actions, Authors authors, JsonMapper json) {
        this.actions = actions;
        this.authors = authors;
        this.json = json;
    }

    /// The note to return with a verdict, made where the change is decided: whoever lost the role since the request was
    /// let in changes nothing any more.
    ///
    /// @throws PortalException ACCESS_DENIED when who does it is no active admin now
    CommitNote note(Action action, Entry entry, Instant at) {
        requireStanding(action);
        var metadata = new LinkedHashMap<String, @Nullable Object>();
        if (entry.subject() != null) {
            metadata.put(Subjects.FIELD, entry.subject());
        }
        if (entry.cohortId() != null) {
            metadata.put("cohortId", entry.cohortId());
        }
        if (action.key() != null) {
            metadata.put(ASKED, action.asked());
        }
        metadata.put("before", entry.before());
        metadata.put("after", entry.after());
        var row = AdminActionRow.of(
                action.id(),
                action.adminId(),
                action.type().wireName(),
                entry.dayNumber(),
                json.writeValueAsString(metadata),
                at);
        return new CommitNote(row.actionId(), json.writeValueAsString(row));
    }

    private void requireStanding(Action action) {
        if (Attempt.hasAccount(action.adminId()) && !authors.mayChangeThings(action.adminId())) {
            throw Authors.dismissed();
        }
    }

    /// Another server made these changes; where they are decided on again, that is known at once.
    void hear(List<AdminActionRow> rows) {
        rows.forEach(row -> heard.put(row.actionId(), row));
    }

    /// As [#done], of all servers by now: the same request may have reached another one a moment ago.
    boolean doneAnywhere(Action action) {
        if (action.key() != null) {
            actions.newest();
        }
        return done(action);
    }

    /// Whether this action has already changed what it wanted to.
    ///
    /// @throws PortalException BAD_USER_INPUT when its key was used for anything else
    boolean done(Action action) {
        if (action.key() == null) {
            return false;
        }
        var earlier =
                actions.snapshot().find(action.id()).or(() -> Optional.ofNullable(heard.getIfPresent(action.id())));
        var wanted = action.type().wireName() + ' ' + action.asked();
        // The log knows better than this process what a key was sent with first.
        boolean known = earlier.isPresent()
                ? isOf(earlier.get(), action)
                : claims.get(action.id(), _ -> wanted).equals(wanted);
        if (!known) {
            throw PortalException.badInput(
                    "Idempotency-Key", "This Idempotency-Key belongs to another change; send a new one.");
        }
        return earlier.isPresent();
    }

    /// Rows of portals before this one do not say what was asked for.
    private boolean isOf(AdminActionRow row, Action action) {
        var asked = json.readTree(row.metadata()).path(ASKED);
        return row.actionType().equals(action.type().wireName())
                && (asked.isMissingNode() || asked.asString().equals(action.asked()));
    }

    /// Whether an admin ever made such a change to the day.
    boolean any(int dayNumber, ActionType type) {
        return actions.snapshot().rows().anyMatch(action -> {
            var day = action.dayNumber();
            return day != null && day == dayNumber && action.actionType().equals(type.wireName());
        });
    }
}
