package training.powerbi.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two servers on one folder would each believe to be alone.
class SecondServerIT {
    /// Five on a machine that has nothing else to do.
    private static final int SECONDS = 20;

    @TempDir
    private Path folder;

    @Test
    void aSecondServerNamesTheFolderAndEndsAndTheFirstGoesOn() throws Exception {
        var data = folder.resolve("data");
        var log = folder.resolve("log");
        try (var first = RunningPortal.over(data)) {
            var second = ServerProcess.begun(data, log.toFile());
            try {
                assertThat(second.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
                assertThat(second.exitValue()).isEqualTo(1);
                assertThat(Files.readString(log)).contains(data.toString());
            } finally {
                second.destroyForcibly();
            }
            assertThat(first.adminToken()).isNotEmpty();
        }
    }
}
