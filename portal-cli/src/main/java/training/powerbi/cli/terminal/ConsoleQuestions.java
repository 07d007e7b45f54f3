package training.powerbi.cli.terminal;

import java.io.Console;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Asks on the console of this process.
record ConsoleQuestions(Console console) implements Terminal.Questions {

    /// Empty when input or output leads elsewhere.
    static Optional<Terminal.Questions> find() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).map(ConsoleQuestions::new);
    }

    @Override
    public @Nullable String line(String question) {
        return console.readLine("%s: ", question);
    }

    @Override
    public char @Nullable [] secret(String question) {
        return console.readPassword("%s: ", question);
    }
}
