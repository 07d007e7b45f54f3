package training.powerbi.server.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// Real videos of every kind, made by the program `ffmpeg`, where it is installed.
public final class Ffmpeg {
    private static final String PROGRAM = "ffmpeg";

    private Ffmpeg() {}

    /// Skips the test where the program is missing.
    public static void require() {
        boolean there = List.of(System.getenv("PATH").split(":", -1)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, PROGRAM)));
        Assumptions.assumeTrue(there, "Install ffmpeg to have real videos looked at: apt-get install ffmpeg");
    }

    /// A film of moving colours and a tone, as long as that.
    ///
    /// @param arguments how to write it
    public static Path make(Path file, int seconds, List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(PROGRAM, "-v", "error", "-y"));
        command.addAll(List.of("-f", "lavfi", "-i", "testsrc=size=64x48:rate=10:duration=" + seconds));
        command.addAll(List.of("-f", "lavfi", "-i", "sine=frequency=440:sample_rate=48000:duration=" + seconds));
        command.addAll(arguments);
        command.add(file.toString());
        var log = Files.createTempFile(file.toAbsolutePath().getParent(), "ffmpeg", ".log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new AssertionError("ffmpeg " + arguments + ": " + Files.readString(log));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return file;
    }
}
