package training.powerbi.cli.desk;

import java.util.LinkedHashMap;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.cli.terminal.Terminal;
import training.powerbi.cli.terminal.Width;

/// How answers are given: as lines for people, or as JSON for programs, which is one object or list on one line.
public final class Output {
    private static final JsonMapper JSON = new JsonMapper();

    private final Terminal terminal;
    private final GlobalOptions options;

    Output(Terminal terminal, GlobalOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    /// Gives an answer.
    ///
    /// @param data what programs get, as records, maps and lists
    /// @param lines says the same to people
    public void answer(Object data, Consumer<Terminal> lines) {
        if (options.json()) {
            terminal.say(JSON.writeValueAsString(data));
        } else {
            lines.accept(terminal);
        }
    }

    /// Gives an answer that is one sentence to people.
    public void answer(Object data, String sentence) {
        answer(data, terminal -> terminal.say(Width.plain(sentence)));
    }

    /// Tells the person what is no part of the answer; not when quiet was asked for.
    public void note(String sentence) {
        if (!options.quiet()) {
            terminal.note(Width.plain(sentence));
        }
    }

    /// Tells what went wrong, quiet or not.
    public void failure(Failure failure) {
        if (options.json()) {
            var error = new LinkedHashMap<String, Object>();
            error.put("code", failure.code());
            error.put("message", failure.sentence());
            if (!failure.field().isEmpty()) {
                error.put("field", failure.field());
            }
            error.put("exitCode", failure.exit().number());
            var whole = new LinkedHashMap<String, Object>();
            whole.put("error", error);
            terminal.note(JSON.writeValueAsString(whole));
        } else {
            terminal.note("portal: " + Width.plain(failure.sentence()));
        }
    }
}
