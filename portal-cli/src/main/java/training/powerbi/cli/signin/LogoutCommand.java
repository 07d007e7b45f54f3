package training.powerbi.cli.signin;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import training.powerbi.cli.desk.Desk;

@Command(name = "logout", description = "Sign out, here and at the portal.")
final class LogoutCommand implements Callable<Integer> {
    private final Desk desk;
    private final SessionStore store;
    private final SignIn signIn;

    LogoutCommand(Desk desk, SessionStore store, SignIn signIn) {
        this.desk = desk;
        this.store = store;
        this.signIn = signIn;
    }

    @Override
    public Integer call() {
        var portal = desk.portal();
        var session = store.read(portal);
        if (session.isEmpty()) {
            store.delete(portal);
            desk.output().answer(Map.of("signedOut", false), "Nobody was signed in at " + portal + ".");
            return 0;
        }
        var told = signIn.signOut(portal, session.get());
        desk.output().answer(Map.of("signedOut", true), "Signed out at " + portal + ".");
        if (!told) {
            desk.output()
                    .note("The portal could not be told; it forgets the session by itself when it has not been used.");
        }
        return 0;
    }
}
