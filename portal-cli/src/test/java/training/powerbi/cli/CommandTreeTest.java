package training.powerbi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import training.powerbi.cli.desk.ExitCode;
import training.powerbi.cli.terminal.Terminal;
import training.powerbi.client.testing.StubPortal;

class CommandTreeTest {
    private static final Path GUIDE = Path.of("../docs/howto/use-the-command-line.md");

    @TempDir
    private Path folder;

    @Test
    void everyVerbIsFoundByTheNamesItHas() {
        var tree = tree();
        var whole = tree.whole();
        for (var verb : tree.verbs()) {
            for (var name : verb.names()) {
                assertThat(whole.getSubcommands()).containsKey(name);
                assertThat(whole.getSubcommands().get(name))
                        .extracting(CommandLine::getCommandName)
                        .isEqualTo(verb.names().getFirst());
            }
        }
        assertThat(whole.getSubcommands())
                .hasSize(tree.verbs().stream()
                        .mapToInt(verb -> verb.names().size())
                        .sum());
    }

    @Test
    void everyCommandSaysInASentenceWhatItIsFor() {
        assertThat(all(tree().whole(), new ArrayList<>()))
                .hasSizeGreaterThan(40)
                .allSatisfy(command -> assertThat(String.join(
                                " ", command.getCommandSpec().usageMessage().description()))
                        .as(command.getCommandSpec().qualifiedName())
                        .isNotBlank());
    }

    @Test
    void theManualTellsOfEveryCommandAndExitCode() {
        var manual = Cli.in(folder, "http://localhost").run("manual");
        assertThat(manual.exit()).isZero();
        assertThat(manual.out())
                .startsWith(".TH PORTAL 1")
                .contains(".SS portal recordings add DAY TITLE URL DURATION");
        for (var code : ExitCode.values()) {
            assertThat(manual.out()).contains("\\fB" + code.number() + "\\fR\n");
        }
    }

    @Test
    void shellsCompleteEveryCommand() {
        var completion = Cli.in(folder, "http://localhost").run("completion");
        assertThat(completion.out()).contains("unlock-all", "recordings", "complete -F");
    }

    @Test
    void theGuideHasTheExitCodesAndEveryCommand() throws Exception {
        var guide = Files.readString(GUIDE);
        for (var code : ExitCode.values()) {
            assertThat(guide).contains("| " + code.number() + " | " + code.meaning() + " |");
        }
        assertThat(tree().verbs().stream()
                        .map(verb -> verb.names().getFirst())
                        .filter(name -> !name.equals("rehearse")))
                .allSatisfy(name -> assertThat(guide).contains("portal " + name));
    }

    @Test
    void theRehearsalGoesWell() {
        assertThat(Cli.in(folder, "http://localhost").run("rehearse").exit()).isZero();
    }

    @Test
    void aPortalThatSaysLessThanTheProgramNeedsIsToldSo() throws Exception {
        try (var old = new StubPortal()) {
            var cli = Cli.in(folder, old.address().toString());
            old.json("{\"courseTitle\":\"Old\",\"timeZone\":\"UTC\",\"maxUploadBytes\":1}")
                    .json(
                            "{\"access_token\":\"t\",\"expires_in\":1800,\"refresh_token\":\"r\",\"user\":{\"userId\":\"u\",\"email\":\"a@b.c\","
                                    + "\"role\":\"ADMIN\",\"createdAt\":\"2026-01-01T00:00:00Z\",\"isActive\":true}}")
                    .json("{\"courseTitle\":\"Old\",\"timeZone\":\"UTC\",\"maxUploadBytes\":1}")
                    .json("{\"errors\":[{\"message\":\"Validation error (FieldUndefined@[trainingDays/revision])\","
                            + "\"extensions\":{\"code\":\"BAD_USER_INPUT\"}}]}")
                    .json("{\"data\":{\"dashboardStats\":{\"totalDays\":12}}}");
            assertThat(cli.fed("password\n", "login", "-e", "a@b.c", "--password-stdin")
                            .exit())
                    .isZero();

            var days = cli.run("days");
            assertThat(days.exit()).isEqualTo(5);
            assertThat(days.err()).contains("older or newer than this program");
            var stats = cli.run("stats");
            assertThat(stats.exit()).as(stats.out()).isEqualTo(6);
            assertThat(stats.out()).isEmpty();
        }
    }

    private static List<CommandLine> all(CommandLine holder, List<CommandLine> found) {
        holder.getSubcommands().values().stream().distinct().forEach(command -> {
            found.add(command);
            all(command, found);
        });
        return found;
    }

    private CommandTree tree() {
        var nothing = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        var shape = new Terminal.Shape(false, false, 80, false);
        return new CommandTree(
                new Terminal(nothing, nothing, InputStream.nullInputStream(), shape, null),
                folder,
                Map.<String, String>of()::get,
                null);
    }
}
