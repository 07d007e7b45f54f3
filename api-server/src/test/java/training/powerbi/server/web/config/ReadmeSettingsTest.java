package training.powerbi.server.web.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeSettingsTest {
    private static final Pattern VARIABLE = Pattern.compile("`([A-Z][A-Z_]+)`");

    @Test
    void theReadmeListsEveryVariableOnce() throws IOException {
        var listed = Files.readString(Path.of("../README.md"))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|", -1)[1])
                .flatMap(cell -> VARIABLE.matcher(cell).results())
                .map(found -> found.group(1))
                .toList();

        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(EnvironmentVariable.values())
                        .map(Enum::name)
                        .toList());
    }
}
