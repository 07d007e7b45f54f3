package training.powerbi.cli.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// A program that writes down which process it is, and ends when it is stopped.
final class Lingering {
    static final String OPTION = "pid";

    private Lingering() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        for (var argument : arguments) {
            if (argument.startsWith("--" + OPTION + "=")) {
                Files.writeString(
                        Path.of(argument.substring(OPTION.length() + 3)),
                        ProcessHandle.current().pid() + "\n");
            }
        }
        new CountDownLatch(1).await();
    }
}
