package training.powerbi.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The package, unpacked as dpkg unpacks it into a clean folder, used by keyboard as a trainer does.
@EnabledOnOs(OS.LINUX)
class InstalledProgramIT {
    private static final int ANOTHER_CARD = 3_000;
    // More than the card of the sign-in screen, wherever it moves.
    private static final int ANOTHER_SCREEN = 160_000;
    private static final Path PICTURES = Path.of(System.getProperty("installer.target"), "screens");

    @TempDir
    private Path folder;

    @Test
    void aTrainerSignsInWithThePackagedProgram() throws Exception {
        var installed = unpack(folder.resolve("system"));
        try (var portal = Portal.start(folder.resolve("portal"));
                var display = VirtualDisplay.open(folder.resolve("xvfb.log"))) {
            var before = portal.lastSignIn();
            var desk = new Desk(display, PICTURES);
            var empty = desk.look();
            var program = start(installed, display);
            try {
                desk.window("Power BI Training");
                desk.type(portal.address());
                var asked = desk.await("address typed", empty, ANOTHER_SCREEN);

                desk.press("Return");
                var who = desk.await("portal found", asked, ANOTHER_CARD);

                desk.type(Portal.EMAIL);
                desk.press("Tab");
                desk.type(Portal.PASSWORD);
                desk.press("Return");
                Awaitility.await("the portal's note of the sign-in")
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> !Objects.equals(portal.lastSignIn(), before));
                desk.await("signed in", who, ANOTHER_SCREEN);

                assertThat(program.isAlive()).isTrue();
                assertThat(log()).contains("Window shown").doesNotContain("ERROR");
            } finally {
                program.destroy();
                assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(Files.readString(output())).doesNotContain("WARNING", "[warning]", "[error");
        }
    }

    /// Java ends at once when it has to use the cache and cannot.
    private Process start(Path installed, VirtualDisplay display) throws IOException {
        var program = new ProcessBuilder(installed
                        .resolve("usr/bin")
                        .resolve(DebianPackage.NAME)
                        .toRealPath()
                        .toString())
                .redirectErrorStream(true)
                .redirectOutput(output().toFile());
        display.take(program);
        program.environment()
                .put("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on -Dportal.desktop.home=" + folder.resolve("home"));
        return program.start();
    }

    private Path output() {
        return folder.resolve("output.log");
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("home/logs/desktop.log"));
    }

    private static Path unpack(Path system) throws IOException, InterruptedException {
        Files.createDirectories(system);
        Tool.ofSystem(
                system, List.of("dpkg-deb", "--extract", BuiltPackage.file().toString(), system.toString()));
        // The link is absolute; this system's root is elsewhere.
        var link = system.resolve("usr/bin").resolve(DebianPackage.NAME);
        var program = Files.readSymbolicLink(link);
        Files.delete(link);
        Files.createSymbolicLink(link, system.resolve(program.toString().substring(1)));
        return system;
    }
}
