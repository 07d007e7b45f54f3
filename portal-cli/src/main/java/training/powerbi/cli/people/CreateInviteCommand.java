package training.powerbi.cli.people;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.When;

@Command(
        name = "create",
        description = "Make an invitation. Its code is shown this once; the portal keeps only a hash of it.")
final class CreateInviteCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(
            names = "--uses",
            paramLabel = "COUNT",
            defaultValue = "1",
            description = "How many people may register with it (default: ${DEFAULT-VALUE}).")
    private int uses;

    @Option(
            names = "--expires",
            paramLabel = "WHEN",
            description = "Until when: a date, a time, or a span such as 3d or 2w; without it for ever.")
    private @Nullable String expires;

    CreateInviteCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        @Nullable Instant until = expires == null ? null : When.future("--expires", expires, desk.clock());
        var code = desk.ask(client -> client.createInvite(uses, until));
        var link = desk.portal() + "/#/register?code=" + code;
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("code", code);
        answer.put("link", link);
        answer.put("maxUses", uses);
        answer.put("expiresAt", until);
        desk.output().answer(answer, terminal -> {
            terminal.say(code);
            terminal.say(link);
        });
        return 0;
    }
}
