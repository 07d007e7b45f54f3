package training.powerbi.cli.access;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import training.powerbi.cli.desk.Beginning;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.Persistence;
import training.powerbi.client.access.AccessOverride;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

@Command(name = "revoke", description = "End an exception of a student; from then on the cohort's state counts.")
final class RevokeCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "ID", description = "The exception's id, or how it begins; portal exceptions lists them.")
    private String exception;

    RevokeCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        var beginning = new Beginning(exception, "portal exceptions");
        try (var connection = desk.connect()) {
            var access = connection.access();
            var meant = beginning
                    .of(Persistence.ask(() -> access.overrides(null, null)), AccessOverride::overrideId)
                    .orElseThrow(() -> new PortalException(
                            ErrorCode.NOT_FOUND,
                            "No exception that holds now is " + exception + "; see portal exceptions"));
            var revoked = Persistence.ask(() -> access.revokeOverride(meant.overrideId()));
            desk.output()
                    .answer(
                            OverrideLine.of(revoked),
                            "The exception of " + revoked.user().email() + " for day " + revoked.dayNumber()
                                    + " is revoked.");
        }
        return 0;
    }
}
