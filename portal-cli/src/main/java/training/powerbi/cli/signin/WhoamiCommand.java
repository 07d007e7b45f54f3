package training.powerbi.cli.signin;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import training.powerbi.cli.desk.Desk;

@Command(name = "whoami", description = "Say who is signed in, and where. Asks nobody.")
final class WhoamiCommand implements Callable<Integer> {
    private final Desk desk;
    private final SessionStore store;

    WhoamiCommand(Desk desk, SessionStore store) {
        this.desk = desk;
        this.store = store;
    }

    @Override
    public Integer call() {
        var portal = desk.portal();
        var user = store.read(portal)
                .orElseThrow(() -> SharedSession.nobody(portal))
                .user();
        desk.output().answer(LoginCommand.who(user, portal), LoginCommand.name(user) + " at " + portal);
        return 0;
    }
}
