package training.powerbi.cli.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerRunTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path OPTIONS =
            Path.of("../api-server/src/main/java/training/powerbi/server/upkeep/UpkeepOption.java");
    private static final Path COMMANDS = Path.of("src/main/java/training/powerbi/cli/server");

    @TempDir
    private Path folder;

    @Test
    void everyOptionOfTheServersProgramHasACommand() throws IOException {
        var words = Pattern.compile(
                        "(?m)^ +[A-Z_]+\\(\"(--[a-z-]+)\", |^    private static final String [A-Z]+ = \"(--[a-z-]+)\"")
                .matcher(Files.readString(OPTIONS))
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .toList();
        assertThat(words).contains("--backup", "--audit-verify", "--keep").hasSizeGreaterThan(8);

        var commands = new StringBuilder();
        try (var files = Files.newDirectoryStream(COMMANDS, "*.java")) {
            for (var file : files) {
                commands.append(Files.readString(file));
            }
        }
        assertThat(words).allSatisfy(word -> assertThat(commands).containsPattern('"' + word + "[=\"]"));
    }

    @Test
    void whoeverStopsTheCommandStopsTheServersProgramWithIt() throws Exception {
        var started = folder.resolve("pid");
        var command = command(program(), started);
        try {
            await().atMost(PATIENCE)
                    .failFast("the command ended", () -> !command.isAlive())
                    .until(() ->
                            Files.exists(started) && Files.readString(started).endsWith("\n"));
            var program = ProcessHandle.of(
                            Long.parseLong(Files.readString(started).strip()))
                    .orElseThrow();
            try {
                command.destroy();

                assertThat(command.waitFor(PATIENCE)).isTrue();
                assertThat(program.isAlive()).isFalse();
            } finally {
                program.destroyForcibly();
            }
        } finally {
            command.destroyForcibly();
        }
    }

    private Process command(Path jar, Path started) throws IOException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "training.powerbi.cli.Portal",
                        "server",
                        "check",
                        "--jar",
                        jar.toString(),
                        "--set",
                        Lingering.OPTION + "=" + started)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        builder.environment().put("PORTAL_CLI_HOME", folder.toString());
        return builder.start();
    }

    /// As far as the command can tell the server's.
    private Path program() throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Lingering.class.getName());
        var file = folder.resolve("api-server.jar");
        var name = Lingering.class.getName().replace('.', '/') + ".class";
        try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest);
                var code = Objects.requireNonNull(Lingering.class.getResourceAsStream("Lingering.class"))) {
            jar.putNextEntry(new JarEntry(name));
            code.transferTo(jar);
        }
        return file;
    }
}
