package training.powerbi.server.account.join;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableSnapshot;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.account.user.PrintedCode;
import training.powerbi.server.account.user.UserRow;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.AuditTrail;

/// Codes that admit new students. A code is random, shown once, and kept as a hash.
@Service
public class Invites {
    /// As GraphQL shows it.
    public record Invite(
            String code, int maxUses, int uses, @Nullable Instant expiresAt) {}

    private static final String LABEL = "invite";
    private static final int MAX_USES = 10_000;

    private final DeltaTable<String, InviteRow> invites;
    private final DeltaTable<String, UserRow> users;
    private final AuditTrail audit;
    private final Clock clock;

    Invites(DeltaTable<String, InviteRow> invites, DeltaTable<String, UserRow> users, AuditTrail audit, Clock clock) {
        this.invites = invites;
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    @PreAuthorize("hasRole('ADMIN')")
    public Invite create(Attempt attempt, int maxUses, @Nullable Instant expiresAt) {
        if (maxUses < 1 || maxUses > MAX_USES) {
            throw PortalException.badInput("maxUses", "An invite admits 1 to " + MAX_USES + " people.");
        }
        var now = now();
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw PortalException.badInput("expiresAt", "This time is past.");
        }
        if (audit.done(attempt, ActionType.CREATE_INVITE)) {
            throw PortalException.badInput(
                    "Idempotency-Key",
                    "This invite was made already, and its code is shown only once; make a new one.");
        }
        var code = PrintedCode.random();
        var end = expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MICROS);
        var maker = users.snapshot().find(attempt.adminId()).map(UserRow::standingSince);
        var made = PrintedCode.madeAt(now, maker.orElse(null));
        var row = new InviteRow(code.hash(), maxUses, end, attempt.adminId(), made, null);
        invites.update(state -> Verdict.upsert(
                row, audit.note(attempt, ActionType.CREATE_INVITE, null, code.label(LABEL), Map.of(), described(row))));
        return new Invite(code.text(), maxUses, 0, end);
    }

    /// Whether there was such an invite that still admitted someone.
    @PreAuthorize("hasRole('ADMIN')")
    public boolean revoke(Attempt attempt, String text) {
        if (audit.done(attempt, ActionType.REVOKE_INVITE)) {
            return true;
        }
        var code = PrintedCode.typed("code", text);
        var now = now();
        return invites.update(state -> {
                    var row = state.find(code.hash()).filter(invite -> invite.open(now, users.snapshot()));
                    return row.isEmpty()
                            ? Verdict.<String, InviteRow, Boolean>unchanged(false)
                            : new Verdict<>(
                                    List.of(row.get().revoked(now)),
                                    List.of(),
                                    List.of(audit.note(
                                            attempt,
                                            ActionType.REVOKE_INVITE,
                                            null,
                                            code.label(LABEL),
                                            Map.of("revoked", false),
                                            Map.of("revoked", true))),
                                    true);
                })
                .answer();
    }

    /// The invite of that code, if it admits one more of these users.
    Optional<InviteRow> usable(String text, Instant now, TableSnapshot<String, UserRow> state) {
        return invites.snapshot()
                .find(PrintedCode.typed("inviteCode", text).hash())
                .filter(invite -> invite.usable(now, state));
    }

    private static Map<String, @Nullable Object> described(InviteRow row) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("maxUses", row.maxUses());
        values.put("expiresAt", row.expiresAt());
        return values;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
