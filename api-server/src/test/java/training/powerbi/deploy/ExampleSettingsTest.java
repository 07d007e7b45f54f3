package training.powerbi.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ExampleSettingsTest {
    private static final Path EXAMPLE = Path.of("../packaging/server/.env.example");
    private static final Pattern VARIABLE = Pattern.compile("`([A-Z][A-Z_]+)`");
    private static final Pattern SETTING = Pattern.compile("^#([A-Z_]+)=");

    @Test
    void theExampleListsTheVariablesOfTheReadmeInItsOrder() throws IOException {
        var documented = Files.readAllLines(Path.of("../README.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|", -1)[1])
                .flatMap(cell -> VARIABLE.matcher(cell).results())
                .map(found -> found.group(1))
                .toList();

        assertThat(Files.readAllLines(EXAMPLE).stream()
                        .flatMap(line -> SETTING.matcher(line).results())
                        .map(found -> found.group(1)))
                .containsExactlyElementsOf(documented);
    }

    @Test
    void theExampleSetsNothingUntilSomeoneDecides() throws IOException {
        assertThat(Files.readAllLines(EXAMPLE)).allMatch(line -> line.isEmpty() || line.startsWith("#"));
    }
}
