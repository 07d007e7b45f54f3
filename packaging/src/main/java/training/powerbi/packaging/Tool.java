package training.powerbi.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/// Runs programs of the JDK this build runs on, and of the operating system.
final class Tool {
    private Tool() {}

    static void ofJdk(String name, List<String> arguments) throws IOException {
        var tool = ToolProvider.findFirst(name).orElseThrow(() -> new IOException("This JDK has no " + name));
        var result = tool.run(System.out, System.err, arguments.toArray(String[]::new));
        if (result != 0) {
            throw new IOException(name + " ended with " + result + "; it was given " + String.join(" ", arguments));
        }
    }

    static void ofSystem(Path folder, List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(new ArrayList<>(command))
                .directory(folder.toFile())
                .inheritIO()
                .start();
        var result = process.waitFor();
        if (result != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + result);
        }
    }
}
