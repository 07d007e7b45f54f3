package training.powerbi.cli.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import training.powerbi.cli.desk.ExitCode;

/// The manual page in the language of `man`, written from the commands themselves.
///
/// @param root the command that holds all others
record ManualPage(CommandSpec root) {

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(".TH PORTAL 1 \"\" \"Power BI Training Portal\"");
        lines.add(".SH NAME");
        lines.add("portal \\- " + escaped(text(root.usageMessage().description())));
        lines.add(".SH SYNOPSIS");
        lines.add(".B portal\n.I COMMAND\n[\\fIOPTIONS\\fR]");
        lines.add(".SH OPTIONS OF EVERY COMMAND");
        arguments(root, lines, true);
        lines.add(".SH COMMANDS");
        commands(root, "portal", lines);
        lines.add(".SH EXIT STATUS");
        for (var code : ExitCode.values()) {
            item("\\fB" + code.number() + "\\fR", code.meaning(), lines);
        }
        lines.add(".SH ENVIRONMENT");
        item("\\fBPORTAL_URL\\fR", "The portal's address where --server is not given.", lines);
        item("\\fBPORTAL_SERVER_JAR\\fR", "The server's jar, for portal server.", lines);
        item("\\fBPORTAL_CLI_HOME\\fR", "Folder for the sign-in and for uploads that are not done.", lines);
        item("\\fBNO_COLOR\\fR", "When it is set, nothing is coloured.", lines);
        return lines;
    }

    private static void commands(CommandSpec holder, String path, List<String> lines) {
        holder.subcommands().values().stream()
                .distinct()
                .map(command -> command.getCommandSpec())
                .filter(command -> !command.usageMessage().hidden())
                .forEach(command -> command(command, path + " " + command.name(), lines));
    }

    private static void command(CommandSpec command, String path, List<String> lines) {
        lines.add(".SS " + escaped(path + names(command)));
        lines.add(escaped(text(command.usageMessage().description())));
        arguments(command, lines, false);
        commands(command, path, lines);
    }

    private static String names(CommandSpec command) {
        var parameters = new StringBuilder();
        command.positionalParameters()
                .forEach(parameter -> parameters
                        .append(' ')
                        .append(
                                parameter.arity().min() == 0
                                        ? "[" + parameter.paramLabel() + "]"
                                        : parameter.paramLabel())
                        .append(parameter.arity().max() > 1 ? " ..." : ""));
        return parameters.toString();
    }

    private static void arguments(CommandSpec command, List<String> lines, boolean inherited) {
        for (PositionalParamSpec parameter : command.positionalParameters()) {
            item("\\fI" + escaped(parameter.paramLabel()) + "\\fR", said(parameter), lines);
        }
        for (OptionSpec option : command.options()) {
            if (!option.hidden() && (inherited || !option.inherited())) {
                var label = option.arity().max() == 0 ? "" : " \\fI" + escaped(option.paramLabel()) + "\\fR";
                item("\\fB" + escaped(String.join(", ", option.names())) + "\\fR" + label, said(option), lines);
            }
        }
    }

    private static String said(ArgSpec argument) {
        return text(argument.description()).replace("${DEFAULT-VALUE}", String.valueOf(argument.defaultValue()));
    }

    private static void item(String head, String said, List<String> lines) {
        lines.add(".TP");
        lines.add(head);
        lines.add(escaped(said));
    }

    private static String text(String... sentences) {
        return String.join(" ", Arrays.asList(sentences));
    }

    /// A dash is a dash, and no line is taken for a command of `man`.
    private static String escaped(String text) {
        var safe = text.replace("\\", "\\e").replace("-", "\\-");
        return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
    }
}
