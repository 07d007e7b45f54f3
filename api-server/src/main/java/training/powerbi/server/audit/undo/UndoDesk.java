package training.powerbi.server.audit.undo;

import java.util.List;
import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.AdminAction;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.AuditLog;
import training.powerbi.server.audit.Changes;
import training.powerbi.server.audit.RecordedChange;
import training.powerbi.server.audit.Undoable;

/// Undoes what the audit log tells of, unless it was built upon. Returns once that and its audit row are durable.
@Service
@PreAuthorize("hasRole('ADMIN')")
class UndoDesk {
    private static final String CHANGED_SINCE =
            "Things are not as this change left them any more; make the change by hand.";

    private final AuditLog log;
    private final Changes changes;
    private final List<Undoable> kinds;

    UndoDesk(AuditLog log, Changes changes, List<Undoable> kinds) {
        this.log = log;
        this.changes = changes;
        this.kinds = kinds;
    }

    AdminAction undo(Attempt attempt, String actionId) {
        var change = log.change(actionId).orElseThrow(UndoDesk::notFound);
        var kind = kinds.stream()
                .filter(each -> each.types().stream().map(ActionType::wireName).anyMatch(change.type()::equals))
                .findFirst()
                .orElseThrow(() -> cannot(change));
        var action = attempt.to(ActionType.UNDO, actionId);
        // Values that are as they were again may be someone's later choice.
        if (!changes.made(action)) {
            log.standingOn(change).map(UndoDesk::builtUpon).ifPresent(built -> {
                throw built;
            });
        }
        // Thrown where the change is decided, which is no place to look for the sentence.
        var changedSince = new PortalException(ErrorCode.CONFLICTING_UPDATE, CHANGED_SINCE);
        try {
            kind.undo(action, change, () -> changedSince);
        } catch (PortalException e) {
            throw e.sentence().equals(CHANGED_SINCE) ? changedSince(change) : e;
        }
        return log.action(action.id()).orElseThrow(() -> changedSince(change));
    }

    private PortalException changedSince(RecordedChange change) {
        return log.standingOn(change)
                .or(() -> log.touching(change))
                .map(UndoDesk::builtUpon)
                .orElseGet(() -> new PortalException(ErrorCode.CONFLICTING_UPDATE, CHANGED_SINCE));
    }

    private static PortalException builtUpon(RecordedChange later) {
        var advice = later.type().equals(ActionType.UNDO.wireName())
                ? "; make the change by hand."
                : "; undo that first, or make the change by hand.";
        return new PortalException(
                ErrorCode.CONFLICTING_UPDATE,
                "This was built upon by " + words(later.type()) + " at " + later.timestamp() + advice);
    }

    private static PortalException cannot(RecordedChange change) {
        return PortalException.badInput(
                "actionId", "An action of the kind " + words(change.type()) + " cannot be undone.");
    }

    private static String words(String type) {
        return "“" + type.replace('_', ' ').toLowerCase(Locale.ROOT) + "”";
    }

    private static PortalException notFound() {
        return new PortalException(ErrorCode.NOT_FOUND, "There is no such action in the audit log.");
    }
}
