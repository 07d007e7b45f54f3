package training.powerbi.cli.signin;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.UsageException;

@Command(name = "password", description = "Change your password.")
final class PasswordCommand implements Callable<Integer> {
    private final Desk desk;
    private final SignIn signIn;

    @Option(
            names = "--password-stdin",
            description = "Read two lines from the standard input: the current password and the new one.")
    private boolean passwordStdin;

    PasswordCommand(Desk desk, SignIn signIn) {
        this.desk = desk;
        this.signIn = signIn;
    }

    @Override
    public Integer call() {
        var portal = desk.portal();
        var token = desk.sessions().at(portal).accessToken();
        var secrets = new Secrets(desk.terminal());
        var current = passwordStdin ? secrets.fromInput("the current password") : secrets.asked("Current password");
        var next = passwordStdin ? secrets.fromInput("the new password") : secrets.asked("New password");
        try {
            if (!passwordStdin && !Arrays.equals(next, secrets.asked("New password once more"))) {
                throw new UsageException("The two new passwords differ. Nothing was changed.");
            }
            signIn.changePassword(portal, token, current, next);
        } finally {
            Arrays.fill(current, ' ');
            Arrays.fill(next, ' ');
        }
        desk.output().answer(Map.of("passwordChanged", true), "Your password is changed.");
        return 0;
    }
}
