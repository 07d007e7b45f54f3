package training.powerbi.cli.people;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import training.powerbi.cli.desk.Desk;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

@Command(name = "revoke", description = "Take an invitation back: nobody registers with it any more.")
final class RevokeInviteCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "CODE", description = "The code as it was shown.")
    private String code;

    RevokeInviteCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        if (!desk.ask(client -> client.revokeInvite(code))) {
            throw new PortalException(
                    ErrorCode.NOT_FOUND, "The portal has no such invitation, or it is used up or taken back already.");
        }
        desk.output().answer(Map.of("revoked", true), "The invitation is taken back.");
        return 0;
    }
}
