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
import training.powerbi.server.audit.RecordedChange;
import training.powerbi.server.audit.Undoable;

/// Undoes what the audit log tells of, unless it was built upon. Returns once that and its audit row are durable.
@Service
@PreAuthorize("hasRole('ADMIN')")
class UndoDesk {
    private static final String CHANGED_SINCE =
            "Things are not as this change left them any more; make the change by hand.";

    private final AuditLog log;
    private final List<Undoable> kinds;

    UndoDesk(AuditLog log, List<Undoable> kinds) {
        this.log = log;
        this.kinds = kinds;
    }

    AdminAction undo(Attempt attempt, String actionId) {
        var change = log.change(actionId).orElseThrow(UndoDesk::notFound);
        var kind = kinds.stream()
                .filter(each -> each.types().stream().map(ActionType::wireName).anyMatch(change.type()::equals))
                .findFirst()
                .orElseThrow(() -> cannot(change));
        var action = attempt.to(ActionType.UNDO, actionId);
        // Thrown where the change is decided, which is no place to look for the sentence.
        var changedSince = new PortalException(ErrorCode.CONFLICTING_UPDATE, CHANGED_SINCE);
        try {
            kind.undo(action, change, () -> changedSince);
        } catch (PortalException e) {
            throw e.sentence().equals(CHANGED_SINCE) ? builtUpon(change) : e;
        }
        return log.action(action.id()).orElseThrow(() -> builtUpon(change));
    }

    private PortalException builtUpon(RecordedChange change) {
        var sentence = log.touching(change)
                .map(later -> "This was built upon by " + words(later.type()) + " at " + later.timestamp()
                        + "; undo that first, or make the change by hand.")
                .orElse(CHANGED_SINCE);
        return new PortalException(ErrorCode.CONFLICTING_UPDATE, sentence);
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
