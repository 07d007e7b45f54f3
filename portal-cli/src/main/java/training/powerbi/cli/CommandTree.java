package training.powerbi.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import training.powerbi.cli.access.AccessCommands;
import training.powerbi.cli.cohort.CohortCommands;
import training.powerbi.cli.course.CourseCommands;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.ExitCode;
import training.powerbi.cli.desk.Failure;
import training.powerbi.cli.desk.GlobalOptions;
import training.powerbi.cli.desk.UsageException;
import training.powerbi.cli.desk.Verb;
import training.powerbi.cli.document.CompletionCommand;
import training.powerbi.cli.document.ManualCommand;
import training.powerbi.cli.live.WatchCommand;
import training.powerbi.cli.people.PeopleCommands;
import training.powerbi.cli.recording.RecordingCommands;
import training.powerbi.cli.rehearsal.RehearseCommand;
import training.powerbi.cli.server.ServerCommands;
import training.powerbi.cli.signin.SharedSessions;
import training.powerbi.cli.terminal.Terminal;

/// All commands, put together, and how they are run: what a command throws becomes a sentence and an exit code.
final class CommandTree {
    private final Terminal terminal;
    private final GlobalOptions options = new GlobalOptions();
    private final Desk desk;
    private final CommandLine commands = new CommandLine(new PortalCommand(options));
    private final List<Verb> verbs;

    /// @param folder for what is kept between two commands
    /// @param trust for Microsoft's sign-in; null for what this computer trusts
    CommandTree(
            Terminal terminal,
            Path folder,
            UnaryOperator<@Nullable String> environment,
            @Nullable SSLSocketFactory trust) {
        this.terminal = terminal;
        var clock = Clock.systemUTC();
        var sessions = SharedSessions.in(folder, trust, clock);
        desk = new Desk(terminal, options, clock, environment, sessions);
        verbs = Stream.of(
                        sessions.commands(desk),
                        CourseCommands.of(desk),
                        RecordingCommands.of(desk, folder),
                        CohortCommands.of(desk),
                        AccessCommands.of(desk),
                        PeopleCommands.of(desk),
                        others())
                .flatMap(List::stream)
                .toList();
    }

    private List<Verb> others() {
        return List.of(
                Verb.of("watch", () -> new WatchCommand(desk)),
                Verb.of("server", () -> ServerCommands.of(desk)),
                Verb.of("completion", () -> new CompletionCommand(desk, this::whole)),
                Verb.of("manual", () -> new ManualCommand(desk, this::whole)),
                Verb.of(
                        "rehearse",
                        () -> new RehearseCommand((stage, kept, arguments) ->
                                new CommandTree(stage, kept, _ -> null, null).run(arguments))));
    }

    /// With every command there is.
    CommandLine whole() {
        verbs.stream()
                .filter(verb ->
                        !commands.getSubcommands().containsKey(verb.names().getFirst()))
                .forEach(verb -> commands.addSubcommand(verb.command().get()));
        return commands;
    }

    List<Verb> verbs() {
        return verbs;
    }

    /// Does what the command line says.
    ///
    /// @return the process's exit code
    int run(String... arguments) {
        var asked = asked(arguments);
        if (asked.isPresent()) {
            commands.addSubcommand(asked.get().command().get());
        } else if (!List.of(arguments).equals(List.of("--version"))) {
            whole();
        }
        commands.setExecutionExceptionHandler((failure, _, _) -> told(failure));
        commands.setParameterExceptionHandler(this::told);
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setUsageHelpWidth(terminal.shape().columns());
        commands.setColorScheme(CommandLine.Help.defaultColorScheme(
                terminal.shape().colours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        var written = new StringWriter();
        commands.setOut(new PrintWriter(written));
        int exit = commands.execute(arguments);
        if (written.getBuffer().length() > 0) {
            terminal.say(written.toString().stripTrailing());
        }
        return exit;
    }

    /// The one command that the line begins with.
    private Optional<Verb> asked(String... arguments) {
        return arguments.length == 0
                ? Optional.empty()
                : verbs.stream()
                        .filter(verb -> verb.names().contains(arguments[0]))
                        .findFirst();
    }

    private int told(Throwable failure) {
        var known = Failure.of(failure);
        desk.output().failure(known);
        return known.exit().number();
    }

    private static String said(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unknown) {
            var near = unknown.getSuggestions();
            return "There is no " + String.join(" ", unknown.getUnmatched()) + " here."
                    + (near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?");
        }
        return String.valueOf(wrong.getMessage());
    }

    /// Options that come after the mistake are not read yet.
    private int told(ParameterException wrong, String... arguments) {
        var command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        var sentence = said(wrong) + " (" + command + " --help says more.)";
        if (Arrays.asList(arguments).contains("--json") && !options.json()) {
            var _ = commands.getCommandSpec().findOption("--json").setValue(true);
        }
        desk.output().failure(Failure.of(new UsageException(sentence)));
        return ExitCode.USAGE.number();
    }
}
