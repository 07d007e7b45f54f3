package training.powerbi.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldersTest {
    private static final Path USER = Path.of("home");

    @Test
    void eachSystemHasItsPlaceAndThePersonTheLastWord() {
        assertThat(in("Linux", Map.of())).endsWithRaw(Path.of(".local/share/powerbi-training-portal"));
        assertThat(in("Linux", Map.of("XDG_DATA_HOME", "x"))).isEqualTo(Path.of("x/powerbi-training-portal"));
        assertThat(in("Mac OS X", Map.of())).endsWithRaw(Path.of("Application Support/PowerBITrainingPortal"));
        assertThat(in("Windows 11", Map.of("LOCALAPPDATA", "l"))).isEqualTo(Path.of("l/PowerBITrainingPortal"));
        assertThat(in("Linux", Map.of("PORTAL_CLI_HOME", "mine"))).isEqualTo(Path.of("mine"));
    }

    private static Path in(String system, Map<String, String> environment) {
        return Folders.data(system, USER, environment::get);
    }
}
