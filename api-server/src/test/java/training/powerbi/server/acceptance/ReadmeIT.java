package training.powerbi.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The README's first session, typed into a shell as it stands.
class ReadmeIT {
    @TempDir
    private Path folder;

    @Test
    void theFirstSessionWorksAsWritten() throws Exception {
        try (var portal = RunningPortal.over(folder.resolve("data"))) {
            var output = folder.resolve("output").toFile();
            var process = new ProcessBuilder("bash", "-eu", "-c", session(portal))
                    .redirectErrorStream(true)
                    .redirectOutput(output);
            process.environment().put("OUTPUT", output.getPath());
            var shell = process.start();
            assertThat(shell.waitFor(2, TimeUnit.MINUTES)).isTrue();

            var printed = Files.readString(output.toPath());
            assertThat(shell.exitValue()).as(printed).isZero();
            assertThat(printed)
                    .doesNotContain("\"errors\"")
                    .contains("\"dayNumber\":12")
                    .contains("\"kind\":\"UNLOCKED\"")
                    .contains("https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")
                    .contains("PT2H30M")
                    .contains("unlock_day")
                    .contains("upload_recording");
        }
    }

    /// The block with the test's address and trainer; it ends as soon as the stream has brought the unlock.
    private static String session(RunningPortal portal) throws IOException {
        var readme = Files.readString(root().resolve("README.md"));
        var block =
                readme.substring(readme.indexOf("<!-- first-session -->"), readme.indexOf("<!-- /first-session -->"));
        var script = block.substring(block.indexOf("```sh") + 5, block.lastIndexOf("```"));
        return script.replace("http://127.0.0.1:8080", portal.address().toString())
                        .replace("admin@powerbi.training", PortalHttp.ADMIN_EMAIL)
                        .replace("the password printed at the first start", PortalHttp.ADMIN_PASSWORD)
                + """
                until grep -q '"kind":"UNLOCKED"' "$OUTPUT"; do sleep 0.1; done
                kill %1
                """;
    }

    private static Path root() {
        return Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());
    }
}
