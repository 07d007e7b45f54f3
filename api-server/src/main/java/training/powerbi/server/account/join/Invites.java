package training.powerbi.server.account.join;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableSnapshot;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.account.CohortCheck;
import training.powerbi.server.account.user.PrintedCode;
import training.powerbi.server.account.user.UserRow;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.Change;
import training.powerbi.server.audit.Changes;
import training.powerbi.server.audit.Entry;

/// Codes that admit new students. A code is random, shown once, and kept as a hash.
@Service
public class Invites {
    /// As GraphQL shows it.
    public record Invite(
            String code,
            int maxUses,
            int uses,
            @Nullable Instant expiresAt,
            @Nullable String cohortId) {}

    private static final String LABEL = "invite";
    private static final int MAX_USES = 10_000;

    private final DeltaTable<String, InviteRow> invites;
    private final DeltaTable<String, UserRow> users;
    private final Changes changes;
    private final CohortCheck cohorts;
    private final Clock clock;

    Invites(
            DeltaTable<String, InviteRow> invites,
            DeltaTable<String, UserRow> users,
            Changes changes,
            CohortCheck cohorts,
            Clock clock) {
        this.invites = invites;
        this.users = users;
        this.changes = changes;
        this.cohorts = cohorts;
        this.clock = clock;
    }

    @PreAuthorize("hasRole('ADMIN')")
    public Invite create(Attempt attempt, int maxUses, @Nullable Instant expiresAt, @Nullable String cohortId) {
        if (maxUses < 1 || maxUses > MAX_USES) {
            throw PortalException.badInput("maxUses", "An invite admits 1 to " + MAX_USES + " people.");
        }
        if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
            throw PortalException.badInput("expiresAt", "This time is past.");
        }
        if (cohortId != null) {
            cohorts.requireOpen(cohortId);
        }
        var action = cohortId == null
                ? attempt.to(ActionType.CREATE_INVITE, maxUses, expiresAt)
                : attempt.to(ActionType.CREATE_INVITE, maxUses, expiresAt, cohortId);
        if (changes.made(action)) {
            throw PortalException.badInput(
                    "Idempotency-Key",
                    "This invite was made already, and its code is shown only once; make a new one.");
        }
        var code = PrintedCode.random();
        var maker = users.snapshot().find(attempt.adminId()).map(UserRow::standingSince);
        changes.run(action, invites, (rows, at) -> {
            var made = PrintedCode.madeAt(at, maker.orElse(null));
            var row = new InviteRow(code.hash(), maxUses, expiresAt, action.adminId(), made, null, null, cohortId);
            return Change.of(row, Entry.of(code.label(LABEL), Map.of(), described(row)));
        });
        return new Invite(code.text(), maxUses, 0, expiresAt, cohortId);
    }

    /// Whether there was such an invite that still admitted someone.
    @PreAuthorize("hasRole('ADMIN')")
    public boolean revoke(Attempt attempt, String text) {
        var action = attempt.to(ActionType.REVOKE_INVITE, text);
        if (changes.made(action)) {
            return true;
        }
        var code = PrintedCode.typed("code", text);
        return changes.run(
                        action,
                        invites,
                        (rows, at) -> rows.find(code.hash())
                                .filter(invite -> invite.open(at, users.snapshot()))
                                .map(invite -> Change.<String, InviteRow, Boolean>of(
                                        invite.revoked(at),
                                        Entry.of(code.label(LABEL), Map.of("revoked", false), Map.of("revoked", true)),
                                        true))
                                .orElseGet(() -> Change.none(false)))
                .answer();
    }

    /// The invite of that code, if it admits one more of these users; one into an archived cohort admits nobody.
    Optional<InviteRow> usable(String text, Instant now, TableSnapshot<String, UserRow> state) {
        return invites.snapshot()
                .find(PrintedCode.typed("inviteCode", text).hash())
                .filter(invite -> invite.usable(now, state) && cohorts.isOpen(invite.cohortId()));
    }

    /// The run of the course that the invite admits to; null for `main`.
    @Nullable
    String cohortOf(String inviteHash) {
        return invites.snapshot().find(inviteHash).map(InviteRow::cohortId).orElse(null);
    }

    private static Map<String, @Nullable Object> described(InviteRow row) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("maxUses", row.maxUses());
        values.put("expiresAt", row.expiresAt());
        if (row.cohortId() != null) {
            values.put("cohortId", row.cohortId());
        }
        return values;
    }
}
