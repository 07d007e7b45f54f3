package training.powerbi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is not understood is said before anybody is asked.
class UsageTest {
    @TempDir
    private Path folder;

    private Cli cli() {
        return Cli.in(folder, "http://127.0.0.1:9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unlock",
                "unlock one",
                "unlock 3-1",
                "frobnicate",
                "days --frob",
                "",
                "recordings",
                "cohorts",
                "revoke abc",
                "open-at 1 soon",
                "cohorts copy main X --start soon --time 18:30",
                "hold-back a@example.org 1",
                "export -f pdf"
            })
    void aCommandLineThatIsNotUnderstoodIsUsage(String line) {
        var refused = line.isEmpty() ? cli().run() : cli().run(line.split(" "));
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).startsWith("portal: ").hasLineCount(1);
        assertThat(refused.out()).isEmpty();
    }

    @Test
    void aPortalThatIsAwayIsToldSo() {
        var lost = new Cli(folder, Map.of(), null);
        var refused = lost.fed("x\n", "login", "http://127.0.0.1:9", "-e", "a@b.c", "--password-stdin");
        assertThat(refused.exit()).isEqualTo(6);
        assertThat(refused.err()).contains("Nobody answers at");
        assertThat(lost.run("days", "--server", "ftp://x").exit()).isEqualTo(2);
    }
}
