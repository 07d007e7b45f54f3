package training.powerbi.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerFilesTest {
    private static final Path SERVER = Sources.PACKAGING.resolve("server");

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
