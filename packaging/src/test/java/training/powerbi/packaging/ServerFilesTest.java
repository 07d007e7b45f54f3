package training.powerbi.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ServerFilesTest {
    private static final Path SERVER = Sources.PACKAGING.resolve("server");
    private static final Pattern VARIABLE = Pattern.compile("`([A-Z][A-Z_]+)`");
    private static final Pattern SETTING = Pattern.compile("^#([A-Z_]+)=");

    @Test
    void theExampleListsTheVariablesOfTheReadmeInItsOrder() throws IOException {
        var documented = Files.readAllLines(Sources.ROOT.resolve("README.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|", -1)[1])
                .flatMap(cell -> VARIABLE.matcher(cell).results())
                .map(found -> found.group(1))
                .toList();

        assertThat(Files.readAllLines(SERVER.resolve(".env.example")).stream()
                        .flatMap(line -> SETTING.matcher(line).results())
                        .map(found -> found.group(1)))
                .containsExactlyElementsOf(documented);
    }

    @Test
    void theExampleSetsNothingUntilSomeoneDecides() throws IOException {
        assertThat(Files.readAllLines(SERVER.resolve(".env.example")))
                .allMatch(line -> line.isEmpty() || line.startsWith("#"));
    }

    @Test
    void serviceContainerAndBenchmarkRunTheServerWithTheSameOptions() throws IOException {
        for (var file : List.of(
                "packaging/server/training-portal.service", "packaging/server/Dockerfile", "benchmarks/start")) {
            assertThat(Files.readString(Sources.ROOT.resolve(file))).as(file).contains("jvm-options.args");
            assertThat(OptionFile.read(Sources.ROOT.resolve(file)))
                    .as(file)
                    .doesNotContainAnyElementsOf(OptionFile.read(SERVER.resolve("jvm-options.args")));
        }
    }

    @Test
    void theServiceRunsWithoutRightsAndKeepsItsDataToItself() throws IOException {
        assertThat(Files.readAllLines(SERVER.resolve("training-portal.service")))
                .contains(
                        "DynamicUser=yes",
                        "StateDirectoryMode=0700",
                        "NoNewPrivileges=yes",
                        "ProtectSystem=strict",
                        "UMask=0077",
                        "Environment=PORTAL_DATA_DIR=/var/lib/training-portal/data");
    }

    @Test
    void theContainerRunsAsAUserWhoMayWriteOnlyData() throws IOException {
        assertThat(Files.readAllLines(SERVER.resolve("Dockerfile")))
                .contains("USER portal", "VOLUME /data", "ENV PORTAL_DATA_DIR=/data PORTAL_ADDRESS=0.0.0.0");
    }
}
