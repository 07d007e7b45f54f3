package training.powerbi.server.account.erasure;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableSnapshot;
import training.powerbi.model.Role;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.account.join.InviteUses;
import training.powerbi.server.account.user.Emails;
import training.powerbi.server.account.user.StoredAccounts;
import training.powerbi.server.account.user.UserRow;
import training.powerbi.server.audit.Action;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.AuditSubjects;
import training.powerbi.server.audit.Change;
import training.powerbi.server.audit.Changes;
import training.powerbi.server.audit.Entry;

/// Erases a student: the account first, in one commit with the entry in the audit log, then all that hangs on it.
@Service
class Eraser {
    /// Nothing was done then.
    private static final Set<ErrorCode> REFUSALS =
            EnumSet.of(ErrorCode.BAD_USER_INPUT, ErrorCode.ACCESS_DENIED, ErrorCode.USER_NOT_FOUND);

    private final DeltaTable<String, UserRow> users;
    private final Erasures erasures;
    private final InviteUses inviteUses;
    private final HistoryRetention retention;
    private final AuditSubjects audit;
    private final Changes changes;
    private final Clock clock;

    Eraser(
            DeltaTable<String, UserRow> users,
            Erasures erasures,
            InviteUses inviteUses,
            HistoryRetention retention,
            AuditSubjects audit,
            Changes changes,
            Clock clock) {
        this.users = users;
        this.erasures = erasures;
        this.inviteUses = inviteUses;
        this.retention = retention;
        this.audit = audit;
        this.changes = changes;
        this.clock = clock;
    }

    @PreAuthorize("hasRole('ADMIN')")
    public ErasurePreview preview(Viewer viewer, String userId) {
        var state = users.snapshot();
        var user = state.find(userId).orElseThrow(StoredAccounts::notFound);
        return new ErasurePreview(
                user.user(),
                erasures.rows(user),
                audit.entriesAbout(userId),
                retention.goneAt(clock.instant()),
                retention.backupFolder(),
                obstacle(state, user, viewer.userId()).orElse(null));
    }

    /// Returns once it is done, or done already.
    ///
    /// @param confirmEmail the person's address, so that nobody is erased by a slip
    @PreAuthorize("hasRole('ADMIN')")
    public Erasure erase(Attempt attempt, String userId, @Nullable String confirmEmail) {
        var earlier = erasures.find(userId);
        var found = users.newest().find(userId);
        if (found.isEmpty()) {
            return shown(erasures.finish(earlier.orElseThrow(StoredAccounts::notFound)));
        }
        var user = found.get();
        refuse(users.snapshot(), user, attempt.adminId());
        confirm(user, confirmEmail);
        inviteUses.keep(user);
        var row = erasures.begin(user);
        try {
            removeAccount(attempt.to(ActionType.ERASE_USER, userId), user);
        } catch (PortalException e) {
            if (REFUSALS.contains(e.code())) {
                erasures.takeBack(row);
            }
            throw e;
        }
        return shown(erasures.finish(row));
    }

    private void removeAccount(Action action, UserRow user) {
        var rows = Map.of("rows", erasures.counts(user));
        changes.run(action, users, (state, at) -> {
            var now = state.find(user.userId());
            if (now.isEmpty()) {
                return Change.none(true);
            }
            refuse(state, now.get(), action.adminId());
            return Change.deletion(user.userId(), Entry.of(user.userId(), rows, Map.of()), true);
        });
    }

    private static void refuse(TableSnapshot<String, UserRow> state, UserRow user, String adminId) {
        obstacle(state, user, adminId).ifPresent(sentence -> {
            throw PortalException.badInput("userId", sentence);
        });
    }

    private static Optional<String> obstacle(TableSnapshot<String, UserRow> state, UserRow user, String adminId) {
        if (user.role() != Role.ADMIN) {
            return Optional.empty();
        }
        boolean last = user.active()
                && state.rows()
                        .noneMatch(row -> row.role() == Role.ADMIN
                                && row.active()
                                && !row.userId().equals(user.userId()));
        if (last) {
            return Optional.of("This is the last active admin; make someone else an admin first.");
        }
        return Optional.of(
                user.userId().equals(adminId)
                        ? "This is your own account; another trainer can erase it once you are no trainer any more."
                        : "This person is a trainer; make them a student first, then erase the account.");
    }

    private static void confirm(UserRow user, @Nullable String typed) {
        if (typed == null || !Emails.normal(typed).equals(Emails.normal(user.email()))) {
            throw PortalException.badInput(
                    "confirmEmail", "This is not the person's e-mail address; type it as it stands in the list.");
        }
    }

    private Erasure shown(ErasureRow row) {
        Instant erased = row.erasedAt() == null ? clock.instant() : row.erasedAt();
        return new Erasure(
                row.userId(), erasures.rows(row), erased, retention.goneAt(erased), retention.backupFolder());
    }
}
