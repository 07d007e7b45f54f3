package training.powerbi.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.cli.terminal.Terminal;

/// The program within the test, with what it wrote. Each of these is a person's account of its own.
///
/// @param folder for what the program keeps
/// @param trust for Microsoft's sign-in; null for what this computer trusts
record Cli(
        Path folder,
        Map<String, String> environment,
        @Nullable SSLSocketFactory trust) {
    private static final JsonMapper JSON = new JsonMapper();

    static Cli in(Path folder, String portal) {
        return new Cli(folder, Map.of("PORTAL_URL", portal), null);
    }

    /// What a command came to.
    record Outcome(int exit, String out, String err) {
        JsonNode json() {
            return JSON.readTree(out);
        }

        List<String> lines() {
            return out.lines().toList();
        }
    }

    /// In a pipe, with nobody there to ask.
    Outcome run(String... arguments) {
        return run("", new Terminal.Shape(false, false, 80, false), null, arguments);
    }

    /// The same with something on the standard input.
    Outcome fed(String input, String... arguments) {
        return run(input, new Terminal.Shape(false, false, 80, false), null, arguments);
    }

    /// At a terminal, with somebody who types these answers.
    Outcome typed(List<String> answers, String... arguments) {
        return run("", new Terminal.Shape(true, true, 80, false), new Typed(new ArrayDeque<>(answers)), arguments);
    }

    Outcome run(String input, Terminal.Shape shape, Terminal.@Nullable Questions person, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                shape,
                person);
        int exit = new CommandTree(terminal, folder, environment::get, trust).run(arguments);
        return new Outcome(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// Of whoever is signed in.
    String token() throws IOException {
        try (var files = Files.newDirectoryStream(folder, "cli-*.json")) {
            var kept = Files.readString(files.iterator().next());
            return JSON.readTree(kept).path("accessToken").asString();
        }
    }

    /// As if half an hour had passed since the last command.
    void expire() throws IOException {
        try (var files = Files.newDirectoryStream(folder, "cli-*.json")) {
            for (var file : files) {
                Files.writeString(
                        file,
                        Files.readString(file)
                                .replaceFirst("\"accessEnds\":\"[^\"]*\"", "\"accessEnds\":\"2026-01-01T00:00:00Z\""));
            }
        }
    }

    private record Typed(Queue<String> answers) implements Terminal.Questions {
        @Override
        public @Nullable String line(String question) {
            return answers.poll();
        }

        @Override
        public char @Nullable [] secret(String question) {
            var answer = answers.poll();
            return answer == null ? null : answer.toCharArray();
        }
    }
}
