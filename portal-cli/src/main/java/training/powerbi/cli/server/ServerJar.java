package training.powerbi.cli.server;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import training.powerbi.cli.desk.UsageException;

/// The server's own program, which does what is asked of it on its machine.
///
/// @param folders where it may lie, the likeliest first
record ServerJar(List<Path> folders) {
    private static final String NAMES = "api-server*.jar";
    private static final String VARIABLE = "PORTAL_SERVER_JAR";

    /// Beside this program, here, where the build leaves it, and where the service is installed.
    static ServerJar aroundHere(Path here) {
        var home = Optional.ofNullable(System.getProperty("portal.home")).map(Path::of);
        return new ServerJar(Stream.concat(
                        home.stream().flatMap(place -> Stream.of(place, place.resolve("lib"))),
                        Stream.of(here, here.resolve("api-server/target"), Path.of("/opt/training-portal")))
                .toList());
    }

    /// @param named on the command line
    /// @throws UsageException when it is not there
    Path find(@Nullable Path named, Function<String, Optional<String>> environment) {
        var said =
                Optional.ofNullable(named).or(() -> environment.apply(VARIABLE).map(Path::of));
        if (said.isPresent()) {
            if (!Files.isRegularFile(said.get())) {
                throw new UsageException("The server's jar is not there: " + said.get());
            }
            return said.get();
        }
        return folders.stream()
                .flatMap(folder -> in(folder).stream())
                .findFirst()
                .orElseThrow(
                        () -> new UsageException("The server's jar is not found here. This command is for the server's"
                                + " machine: name the jar with --jar FILE or " + VARIABLE + "."));
    }

    private static Optional<Path> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var jars = Files.newDirectoryStream(folder, NAMES)) {
            for (var jar : jars) {
                return Optional.of(jar);
            }
            return Optional.empty();
        } catch (IOException | DirectoryIteratorException unreadable) {
            return Optional.empty();
        }
    }
}
