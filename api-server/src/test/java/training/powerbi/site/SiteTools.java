package training.powerbi.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Runs what checks the site's scripts: the tools in `api-server/site`, on the machine's own Node. They are installed
/// as the lock file names them before the first test. Where there is no Node the class is skipped and says so.
final class SiteTools implements ExecutionCondition, BeforeAllCallback {
    static final Path FOLDER = Path.of("site");

    private static final int OLDEST_NODE = 18;
    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\..*", Pattern.DOTALL);
    private static final int PATIENCE_MINUTES = 5;

    /// How a program ended and what it said.
    record Outcome(int code, String output) {}

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return isNodeHere()
                ? ConditionEvaluationResult.enabled("Node is here")
                : ConditionEvaluationResult.disabled("The site's scripts are not checked: install Node " + OLDEST_NODE
                        + " or newer, with npm (Debian: nodejs and npm).");
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        var wanted = FOLDER.resolve("package-lock.json");
        var installed = FOLDER.resolve("node_modules/.package-lock.json");
        if (!Files.exists(installed)
                || Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(wanted)) < 0) {
            var outcome = npm("ci");
            assertThat(outcome.code()).as(outcome.output()).isZero();
        }
    }

    static Outcome npm(String... words) throws IOException {
        return run(Stream.concat(Stream.of(OS.WINDOWS.isCurrentOs() ? "npm.cmd" : "npm"), Stream.of(words)));
    }

    static Outcome node(String... words) throws IOException {
        return run(Stream.concat(Stream.of("node"), Stream.of(words)));
    }

    private static boolean isNodeHere() {
        try {
            var version = VERSION.matcher(node("--version").output());
            return version.matches()
                    && Integer.parseInt(version.group(1)) >= OLDEST_NODE
                    && npm("--version").code() == 0;
        } catch (IOException _) {
            return false;
        }
    }

    /// @throws IOException when there is no such program
    private static Outcome run(Stream<String> command) throws IOException {
        var said = Files.createTempFile("site-tools", ".txt");
        try {
            var words = command.toList();
            var program = new ProcessBuilder(words)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            program.getOutputStream().close();
            return new Outcome(codeOf(program, words), Files.readString(said));
        } finally {
            Files.delete(said);
        }
    }

    private static int codeOf(Process program, List<String> words) {
        try {
            assertThat(program.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES))
                    .as("%s ends within %d minutes", words, PATIENCE_MINUTES)
                    .isTrue();
            return program.exitValue();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + words + " ran", stop);
        } finally {
            program.destroy();
        }
    }
}
