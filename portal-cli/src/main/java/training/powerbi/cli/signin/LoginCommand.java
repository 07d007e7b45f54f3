package training.powerbi.cli.signin;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.UsageException;
import training.powerbi.cli.terminal.Width;
import training.powerbi.client.microsoft.DeviceCode;
import training.powerbi.model.User;

@Command(name = "login", description = "Sign in at a portal, for this and all later commands.")
final class LoginCommand implements Callable<Integer> {
    private final Desk desk;
    private final SignIn signIn;

    @Parameters(arity = "0..1", paramLabel = "URL", description = "The portal's address, such as portal.example.com.")
    private @Nullable String url;

    @Option(
            names = {"-e", "--email"},
            paramLabel = "EMAIL",
            description = "Who signs in; asked for when it is not given.")
    private @Nullable String email;

    @Option(
            names = "--password-stdin",
            description = "Read the password from the standard input. It is never an argument: others could see it.")
    private boolean passwordStdin;

    @Option(names = "--device-code", description = "Sign in with Microsoft, by a code typed on another device.")
    private boolean deviceCode;

    LoginCommand(Desk desk, SignIn signIn) {
        this.desk = desk;
        this.signIn = signIn;
    }

    @Override
    public Integer call() throws InterruptedException {
        var portal = desk.portal(url);
        if (deviceCode && (passwordStdin || email != null)) {
            throw new UsageException(
                    "With --device-code Microsoft asks who you are: leave --email and --password-stdin out.");
        }
        if (deviceCode) {
            signedIn(signIn.withDeviceCode(portal, this::show));
            return 0;
        }
        signIn.discover(portal);
        var password = new Secrets(desk.terminal());
        var who = email == null ? password.line("E-mail", "--email EMAIL") : email;
        var typed = passwordStdin ? password.fromInput("the password") : password.asked("Password");
        try {
            signedIn(signIn.withPassword(portal, who, typed));
        } finally {
            Arrays.fill(typed, ' ');
        }
        return 0;
    }

    /// Before anything else, and on the error stream: the answer comes when somebody has signed in.
    private void show(DeviceCode code) {
        desk.terminal()
                .note(Width.plain("Open " + code.address() + " on any device and type the code " + code.code() + "."));
    }

    private void signedIn(KeptSession session) {
        var changeFirst = signIn.passwordChangeRequired(session);
        var answer = who(session.user(), URI.create(session.portal()));
        answer.put("passwordChangeRequired", changeFirst);
        desk.output().answer(answer, "Signed in at " + session.portal() + " as " + name(session.user()) + ".");
        if (changeFirst) {
            desk.output().note("This password was made by the portal. Choose one of your own first: portal password");
        }
    }

    static String name(User user) {
        var name = user.displayName();
        return name == null || name.isBlank() ? user.email() : name + " (" + user.email() + ")";
    }

    static Map<String, Object> who(User user, URI portal) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("portal", portal.toString());
        answer.put("userId", user.userId());
        answer.put("email", user.email());
        var name = user.displayName();
        answer.put("displayName", name == null ? "" : name);
        return answer;
    }
}
