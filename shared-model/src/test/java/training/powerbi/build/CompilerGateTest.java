package training.powerbi.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Runs javac as the build does, on sources it must reject. Each names on its first line the check that shall
/// object.
class CompilerGateTest {
    private static final Path SOURCES = Checkout.root().resolve("shared-model/src/test/resources/compiler");

    @TempDir
    Path classes;

    @ParameterizedTest
    @ValueSource(strings = {"errors", "warnings", "lint"})
    void rejectsEachOf(String folder) throws Exception {
        var output = compile(folder);

        assertThat(sources(folder)).isNotEmpty().allSatisfy(source -> {
            var check = Files.readAllLines(source).getFirst().replace("// expect ", "");
            assertThat(output).containsPattern(Pattern.quote(source + ":") + ".*" + Pattern.quote(check));
        });
        assertThat(output).endsWith("exit 1");
    }

    @Test
    void acceptsWhatIsSound() throws Exception {
        assertThat(compile("accepted")).isEqualTo("exit 0");
    }

    /// The same openings for Error Prone are needed in Maven's own JVM and in a javac of its own.
    @Test
    void bothWaysOfCompilingOpenTheSameOfJavac() throws Exception {
        assertThat(ParentPom.forkedCompilerArguments())
                .containsExactlyElementsOf(openings().toList());
    }

    private static List<Path> sources(String folder) throws IOException {
        try (var files = Files.list(SOURCES.resolve(folder))) {
            return files.sorted().toList();
        }
    }

    private static Stream<String> openings() throws Exception {
        return Files.readAllLines(Checkout.root().resolve(".mvn/jvm.config")).stream()
                .filter(line -> line.startsWith("--add-"))
                .map(line -> "-J" + line);
    }

    private String compile(String folder) throws Exception {
        var javac = Path.of(System.getProperty("java.home"), "bin", "javac");
        var classPath = Objects.requireNonNull(System.getProperty("java.class.path"));
        var command = new ArrayList<>(List.of(javac.toString(), "-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
        command.addAll(openings().toList());
        command.addAll(ParentPom.compilerArguments());
        if (ParentPom.warningsAreErrors()) {
            command.add("-Werror");
        }
        command.addAll(List.of("-cp", classPath, "-processorpath", classPath, "-d", classes.toString()));
        sources(folder).forEach(source -> command.add(source.toString()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return output + "exit " + process.exitValue();
    }
}
