package training.powerbi.cli.people;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import training.powerbi.cli.desk.CohortOption;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.Persistence;
import training.powerbi.cli.desk.When;
import training.powerbi.cli.terminal.Width;
import training.powerbi.client.site.SiteAddress;

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

    @Mixin
    private CohortOption cohort;

    CreateInviteCommand(Desk desk) {
        this.desk = desk;
        this.cohort = new CohortOption();
    }

    @Override
    public Integer call() {
        @Nullable Instant until = expires == null ? null : When.future("--expires", expires, desk.clock());
        try (var connection = desk.connect()) {
            // First, so that no code is made that is not shown.
            var config = Persistence.ask(connection::config);
            var site = SiteAddress.of(config.publicUrl(), desk.portal());
            @Nullable String cohortId = cohort.orEveryone(connection);
            var code = Persistence.ask(() -> connection.client().createInvite(uses, until, cohortId));
            tell(code, site.invitation(code), until);
        }
        return 0;
    }

    private void tell(String code, String link, @Nullable Instant until) {
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("code", code);
        answer.put("link", link);
        answer.put("maxUses", uses);
        answer.put("expiresAt", until);
        desk.output().answer(answer, terminal -> {
            terminal.say(Width.plain(code));
            terminal.say(Width.plain(link));
        });
    }
}
