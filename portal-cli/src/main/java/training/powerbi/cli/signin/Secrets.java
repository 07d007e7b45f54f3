package training.powerbi.cli.signin;

import training.powerbi.cli.desk.UsageException;
import training.powerbi.cli.terminal.Terminal;

/// Asks for what people type when they sign in.
record Secrets(Terminal terminal) {
    private static final String NOBODY =
            "There is no terminal to ask for the password on. Give it on the standard input, with --password-stdin.";

    char[] asked(String question) {
        var questions = terminal.questions().orElseThrow(() -> new UsageException(NOBODY));
        var typed = questions.secret(question);
        if (typed == null || typed.length == 0) {
            throw new UsageException("Nothing was typed, so nothing was done.");
        }
        return typed;
    }

    char[] fromInput(String what) {
        var line = terminal.readLine().orElse("");
        if (line.isEmpty()) {
            throw new UsageException("The standard input ends where " + what + " is expected, one on a line.");
        }
        return line.toCharArray();
    }

    String line(String question, String option) {
        var questions = terminal.questions()
                .orElseThrow(() -> new UsageException("There is no terminal to ask on. Give " + option + "."));
        var typed = questions.line(question);
        if (typed == null || typed.isBlank()) {
            throw new UsageException("Nothing was typed, so nothing was done.");
        }
        return typed.strip();
    }
}
