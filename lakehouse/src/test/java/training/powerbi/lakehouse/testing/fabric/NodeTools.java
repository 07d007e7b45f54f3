package training.powerbi.lakehouse.testing.fabric;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The machine's own Node, and the packages that the lock file names, installed below `lakehouse/target`.
final class NodeTools {
    static final String SKIPPED =
            "What stands in for OneLake needs Node 18 or newer, with npm (Debian: nodejs and npm): not tested.";

    private static final int OLDEST = 18;
    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.");
    private static final int PATIENCE_MINUTES = 5;

    private NodeTools() {}

    /// The programs of ours, also when another module's tests run.
    static Path sources() {
        return lakehouse().resolve("src/test/fabric").toAbsolutePath();
    }

    private static Path lakehouse() {
        var here = Path.of("").toAbsolutePath();
        return here.endsWith("lakehouse") ? here : here.resolveSibling("lakehouse");
    }

    static boolean isHere() {
        try {
            var version = VERSION.matcher(run(Path.of("."), "node", "--version"));
            return version.find() && Integer.parseInt(version.group(1)) >= OLDEST;
        } catch (IOException e) {
            return false;
        }
    }

    /// Installs the packages unless they are there; of several builds at once one does.
    static synchronized Path install() throws IOException {
        var folder = lakehouse().resolve("target/fabric");
        Files.createDirectories(folder);
        try (var lock = FileChannel.open(
                        folder.resolve("install.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = lock.lock()) {
            var wanted = sources().resolve("package-lock.json");
            var installed = folder.resolve("package-lock.json");
            if (!Files.exists(folder.resolve("node_modules/.package-lock.json"))
                    || !Files.exists(installed)
                    || Files.mismatch(wanted, installed) >= 0) {
                for (var name : List.of(".npmrc", "package.json", "package-lock.json")) {
                    Files.copy(sources().resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
                run(folder, isWindows() ? "npm.cmd" : "npm", "ci");
            }
        }
        return folder;
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    /// Runs the program and returns what it said.
    static String run(Path folder, String... words) throws IOException {
        var said = Files.createTempFile("fabric-tools", ".txt");
        var program = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            program.getOutputStream().close();
            if (!program.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || program.exitValue() != 0) {
                throw new UncheckedIOException(
                        new IOException(String.join(" ", words) + " failed: " + Files.readString(said)));
            }
            return Files.readString(said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while " + words[0] + " ran", e);
        } finally {
            program.destroy();
            Files.delete(said);
        }
    }
}
