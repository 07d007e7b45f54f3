package training.powerbi.cli.people;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import training.powerbi.cli.desk.Beginning;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.Persistence;
import training.powerbi.client.AuditEntry;
import training.powerbi.client.AuditFilter;
import training.powerbi.client.connection.PortalConnection;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

@Command(
        name = "undo",
        description = "Take back what an admin did, as a new change; not when something was built upon it since.")
final class UndoCommand implements Callable<Integer> {
    private static final int WHOLE = 36;
    /// A beginning is looked up among so many; what is older has to be named by all of its id.
    private static final int NEWEST = 1_000;

    private final Desk desk;

    @Parameters(
            paramLabel = "ID",
            description = "The entry's id, or how it begins; portal audit and history list them.")
    private String action;

    UndoCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (var connection = desk.connect()) {
            var actionId = action.length() >= WHOLE ? action : among(connection).actionId();
            var undone = Persistence.ask(() -> connection.access().undoAction(actionId));
            desk.output()
                    .answer(AuditLines.line(undone), "It is taken back; the audit log has it as " + undone.actionId());
        }
        return 0;
    }

    private AuditEntry among(PortalConnection connection) {
        var beginning = new Beginning(action, "portal audit");
        var all = new AuditFilter(null, null, null, null);
        var newest = Pages.upTo(NEWEST, null, cursor -> connection.client().adminActions(all, cursor));
        return beginning
                .of(newest.items(), AuditEntry::actionId)
                .orElseThrow(() -> new PortalException(
                        ErrorCode.NOT_FOUND,
                        "None of the newest " + NEWEST + " entries of the audit log begins with " + action
                                + "; see portal audit"));
    }
}
