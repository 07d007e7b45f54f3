package training.powerbi.cli.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.Persistence;
import training.powerbi.cli.desk.UsageException;
import training.powerbi.cli.desk.When;
import training.powerbi.cli.terminal.Width;
import training.powerbi.client.PersonAccount;
import training.powerbi.client.PersonAccount.ErasurePreview;
import training.powerbi.model.error.PortalException;

@Command(
        name = "erase",
        description = {
            "Remove somebody's account and all that hangs on it, for good.",
            "It says what goes and what stays, and does it once their address is typed again."
        })
final class EraseLearnerCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "EMAIL|ID", description = "Whose account: the whole address, or the id.")
    private String who;

    @Option(names = "--confirm", paramLabel = "EMAIL", description = "Their address once more, for scripts.")
    private @Nullable String confirmed;

    @Option(names = "--preview", description = "Say what would go and what would stay, and do nothing.")
    private boolean preview;

    EraseLearnerCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (var connection = desk.connect()) {
            var client = connection.client();
            var learner = new Learner(who).at(client);
            var expected = Persistence.ask(() -> client.erasurePreview(learner.userId()));
            if (preview) {
                desk.output()
                        .answer(
                                data(learner, expected),
                                terminal ->
                                        sentences(learner, expected).forEach(line -> terminal.say(Width.plain(line))));
                return 0;
            }
            var obstacle = expected.obstacle();
            if (obstacle != null) {
                throw PortalException.badInput("userId", obstacle);
            }
            sentences(learner, expected).forEach(desk.output()::note);
            var address = address();
            tell(learner, Persistence.ask(() -> client.eraseUser(learner.userId(), address)));
        }
        return 0;
    }

    private String address() {
        if (confirmed != null) {
            return confirmed;
        }
        var questions = desk.terminal()
                .questions()
                .orElseThrow(() -> new UsageException(
                        "There is no terminal to ask on, so nothing was erased. Give their address with --confirm."));
        var typed = questions.line("Type their e-mail address to erase them");
        if (typed == null || typed.isBlank()) {
            throw new UsageException("Nothing was typed, so nothing was erased.");
        }
        return typed.strip();
    }

    private void tell(PersonAccount learner, PersonAccount.Erased erased) {
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("userId", erased.userId());
        answer.put("goneAt", erased.goneAt());
        answer.put("backupFolder", erased.backupFolder());
        desk.output()
                .answer(
                        answer,
                        learner.email() + " is erased. The last of it leaves the store's history by "
                                + When.moment(erased.goneAt()) + ".");
    }

    private static List<String> sentences(PersonAccount learner, ErasurePreview expected) {
        var lines = new ArrayList<String>();
        lines.add("The account " + learner.email() + " goes, for good, and with it:");
        expected.tables().forEach(rows -> lines.add("  " + rows.table() + ": " + rows.rows()));
        lines.add("Entries of the audit log that stay, without the name: " + expected.auditEntries());
        lines.add("The last of it leaves the store's history by " + When.moment(expected.goneAt()) + ".");
        if (expected.backupFolder() != null) {
            lines.add("Backups in " + expected.backupFolder() + " are not touched.");
        }
        if (expected.obstacle() != null) {
            lines.add("It would be refused: " + expected.obstacle());
        }
        return lines;
    }

    private static Map<String, @Nullable Object> data(PersonAccount learner, ErasurePreview expected) {
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("userId", learner.userId());
        answer.put("email", learner.email());
        answer.put("tables", expected.tables());
        answer.put("auditEntries", expected.auditEntries());
        answer.put("goneAt", expected.goneAt());
        answer.put("backupFolder", expected.backupFolder());
        answer.put("obstacle", expected.obstacle());
        return answer;
    }
}
