package training.powerbi.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The systemd unit, as systemd's own tools see it.
class ServiceUnitTest {
    private static final Path UNIT = Path.of("../packaging/server/training-portal.service");
    /// In tenths: where it stands is 1.5; what is left open is the network, and what Java needs.
    private static final int MOST_EXPOSED = 20;

    @TempDir
    private Path folder;

    private record Said(int code, String text) {}

    private static Said analyze(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("systemd-analyze", "--no-pager"));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }

    @BeforeEach
    void systemdIsHere() {
        assumeTrue(
                List.of("/usr/bin/systemd-analyze", "/bin/systemd-analyze").stream()
                        .anyMatch(tool -> Files.isExecutable(Path.of(tool))),
                "Install systemd to have the service's unit looked at.");
    }

    @Test
    void systemdUnderstandsEveryLine() throws Exception {
        assertThat(verified(Files.readString(UNIT)).text()).isEmpty();
        assertThat(verified(Files.readString(UNIT) + "\nNoSuchLine=1\n").text()).contains("NoSuchLine");
    }

    /// Its program is not installed where tests run.
    private Said verified(String unit) throws IOException, InterruptedException {
        var copy = folder.resolve("training-portal.service");
        Files.writeString(copy, unit.replace("/usr/bin/java ", "/bin/true "));
        return analyze("verify", "--man=no", copy.toString());
    }

    @Test
    void theServiceIsNotMoreExposedThanItMustBe() throws Exception {
        var said = analyze("security", "--offline=true", "--threshold=" + MOST_EXPOSED, UNIT.toString());

        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text()).contains("Overall exposure level");
    }
}
