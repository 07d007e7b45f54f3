package training.powerbi.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.tools.ant.Main;
import org.apache.tools.ant.launch.Launcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the build does about the site's bundle on a machine without Node: the step that decides, run with an
/// empty path.
class SiteBundleTest {
    private static final int PATIENCE_MINUTES = 5;

    @TempDir
    private Path folder;

    /// How a program ended and what it said.
    private record Outcome(int code, String output) {}

    @Test
    void whereABundleIsRequiredTheBuildFailsAndSaysWhatToInstall() throws Exception {
        var outcome = bundled("required");

        assertThat(outcome.code()).as(outcome.output()).isNotZero();
        assertThat(outcome.output())
                .contains("BUILD FAILED", "site.bundle=required", "Install Node 18 or newer with npm");
    }

    @Test
    void elsewhereItGoesOnAndSaysWhatItsUsersWillGet() throws Exception {
        for (var wish : List.of("if-possible", "no")) {
            var outcome = bundled(wish);

            assertThat(outcome.code()).as(outcome.output()).isZero();
            assertThat(outcome.output()).contains("BUILD SUCCESSFUL", "NOT bundled");
        }
    }

    private Outcome bundled(String wish) throws IOException, InterruptedException, URISyntaxException {
        var nothing = Files.createDirectories(folder.resolve("nothing"));
        var said = folder.resolve("said.txt");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        jarOf(Main.class) + File.pathSeparator + jarOf(Launcher.class),
                        Main.class.getName(),
                        "-f",
                        Path.of("src/main/bundle/build.xml").toAbsolutePath().toString(),
                        "-Dsite.bundle=" + wish,
                        "-Dtools=" + nothing,
                        "-Dsite=" + nothing,
                        "-Dbundle=" + folder.resolve("bundle"))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().keySet().removeIf("PATH"::equalsIgnoreCase);
        builder.environment().put("PATH", nothing.toString());
        var ant = builder.start();
        try {
            ant.getOutputStream().close();
            assertThat(ant.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES))
                    .as("the script ends")
                    .isTrue();
        } finally {
            ant.destroy();
        }
        return new Outcome(ant.exitValue(), Files.readString(said));
    }

    private static Path jarOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
