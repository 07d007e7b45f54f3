package training.powerbi.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The server as the build has packaged it, for tests that start it in a process of its own.
public final class PackagedServer {
    private static final String JARS = "api-server-*.jar";

    private PackagedServer() {}

    /// What to tell `java`: the jar itself.
    ///
    /// @param target where the server's module is built
    public static List<String> jar(Path target) {
        var jar = jarIn(target)
                .orElseThrow(() ->
                        new IllegalStateException("There is no server in " + target + ": run ./mvnw package first"));
        return List.of("-jar", jar.toString());
    }

    /// What to tell `java`: the same jar, unpacked and with its classes read already, starts in half the time. Empty
    /// where the build has not done that since it packaged the server.
    ///
    /// @param target where the server's module is built
    public static Optional<List<String>> unpacked(Path target) {
        var folder = target.toAbsolutePath().normalize().resolve("server");
        var classes = folder.resolve("classes.jsa");
        return jarIn(target)
                .filter(jar -> Files.exists(classes) && isNewer(classes, jar))
                .flatMap(_ -> jarIn(folder))
                .map(jar -> List.of("-XX:SharedArchiveFile=" + classes, "-jar", jar.toString()));
    }

    private static boolean isNewer(Path one, Path other) {
        try {
            return Files.getLastModifiedTime(one).compareTo(Files.getLastModifiedTime(other)) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> jarIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var jars = Files.newDirectoryStream(folder, JARS)) {
            for (var jar : jars) {
                return Optional.of(jar.toAbsolutePath().normalize());
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
