package training.powerbi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.client.testing.PortalProcess;

/// The guide's first session, typed into a shell as it stands, with the scripts as they are handed on.
class FirstSessionIT {
    private static final Path GUIDE = Path.of("../docs/howto/use-the-command-line.md");

    @TempDir
    private Path folder;

    @Test
    void worksAsWritten() throws Exception {
        try (var portal = PortalProcess.withPrintedPassword(Files.createDirectory(folder.resolve("portal")))) {
            var output = folder.resolve("output");
            var builder = new ProcessBuilder("bash", "-eu", "-c", session(portal))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            var environment = builder.environment();
            environment.put("OUTPUT", output.toString());
            environment.put("JAVA_HOME", System.getProperty("java.home"));
            environment.put("PORTAL_CLI_HOME", folder.resolve("home").toString());
            environment.put(
                    "PATH", PackagedCli.script().resolveSibling("") + File.pathSeparator + environment.get("PATH"));
            // A cache that does not fit the program ends it.
            environment.put("PORTAL_JAVA_OPTIONS", "-XX:AOTMode=on");
            var shell = builder.start();
            assertThat(shell.waitFor(10, TimeUnit.MINUTES))
                    .as(PackagedCli.read(output))
                    .isTrue();

            var printed = Files.readString(output);
            assertThat(shell.exitValue()).as(printed).isZero();
            assertThat(printed)
                    .contains("Choose one of your own first: portal password")
                    .contains("Your password is changed.")
                    .contains("12   locked")
                    .contains("/#/register?code=")
                    .contains("Day 1 has a new recording: Session 1")
                    .contains("2 h 30 min")
                    .contains("upload_recording")
                    .contains("1 of 12 open");
            assertThat(folder.resolve("progress.csv")).content().startsWith("email,displayName,");
        }
    }

    /// The block with the test's address and trainer; the watcher ends as soon as it has told of the recording.
    private static String session(PortalProcess portal) throws Exception {
        var guide = Files.readString(GUIDE);
        var block = guide.substring(guide.indexOf("<!-- first-session -->"), guide.indexOf("<!-- /first-session -->"));
        var script = block.substring(block.indexOf("```sh") + 5, block.lastIndexOf("```"));
        return script.replace("http://127.0.0.1:8080", portal.address().toString())
                        .replace("admin@powerbi.training", PortalProcess.ADMIN_EMAIL)
                        .replace("the password printed at the first start", portal.printedPassword())
                        .replace(
                                "portal watch &",
                                "portal watch &\nuntil grep -q 'Connected;' \"$OUTPUT\"; do sleep 0.1; done")
                + """
                until grep -q 'has a new recording' "$OUTPUT"; do sleep 0.1; done
                kill %1
                wait %1
                """;
    }
}
