package training.powerbi.cli.access;

import java.util.List;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.Verb;

/// The commands of this package.
public final class AccessCommands {
    private AccessCommands() {}

    public static List<Verb> of(Desk desk) {
        return List.of(
                Verb.of("grant", () -> new GrantCommand(desk)),
                Verb.of("hold-back", () -> new HoldBackCommand(desk)),
                Verb.of("revoke", () -> new RevokeCommand(desk)),
                Verb.of("exceptions", () -> new ExceptionsCommand(desk)),
                Verb.of("why", () -> new WhyCommand(desk)));
    }
}
