package training.powerbi.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleInstanceTest {
    @TempDir
    Path folder;

    @Test
    void aSecondProgramCallsTheFirstAndDoesNotStart() throws Exception {
        var called = new CountDownLatch(1);
        try (var first = SingleInstance.claim(folder).orElseThrow()) {
            first.listen(called::countDown);

            assertThat(second().waitFor()).isEqualTo(3);
            assertThat(called.await(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(second().waitFor()).isZero();
    }

    private Process second() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(List.of(
                        java, "-cp", System.getProperty("java.class.path"), Second.class.getName(), folder.toString()))
                .redirectErrorStream(true)
                .redirectOutput(Files.createTempFile(folder, "second", ".log").toFile())
                .start();
    }

    /// Ends with 0 when it is the only one and with 3 when another runs.
    static final class Second {
        private Second() {}

        public static void main(String[] arguments) throws IOException {
            try (var instance = SingleInstance.claim(Path.of(arguments[0])).orElse(null)) {
                Runtime.getRuntime().halt(instance == null ? 3 : 0);
            }
        }
    }
}
