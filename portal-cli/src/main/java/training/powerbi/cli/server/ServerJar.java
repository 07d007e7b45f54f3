package training.powerbi.cli.server;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import training.powerbi.cli.desk.UsageException;

/// The server's own program, which does what is asked of it on its machine.
///
/// @param folders where it may lie, the first that has one counts
record ServerJar(List<Path> folders) {
    private static final String NAMES = "api-server*.jar";
    private static final String VARIABLE = "PORTAL_SERVER_JAR";
    private static final String BUILT = "api-server/target";

    /// Where the service is installed, and beside this program. Never where somebody happens to stand: what lies there
    /// would run with the rights and the secrets of the server.
    static ServerJar installed() {
        var home = Optional.ofNullable(System.getProperty("portal.home")).map(Path::of);
        return new ServerJar(Stream.concat(
                        Stream.of(Path.of("/opt/training-portal")),
                        home.stream().flatMap(place -> Stream.of(place, place.resolve("lib"))))
                .toList());
    }

    /// The jar that is meant.
    ///
    /// @param named on the command line: the jar, or a folder that has it, such as a checkout that was built
    /// @throws UsageException when it is not there, or several are
    Path find(@Nullable Path named, Function<String, Optional<String>> environment) {
        var said =
                Optional.ofNullable(named).or(() -> environment.apply(VARIABLE).map(Path::of));
        if (said.isPresent()) {
            return said(said.get());
        }
        return first(folders)
                .orElseThrow(
                        () -> new UsageException("The server's jar is not found here. This command is for the server's"
                                + " machine: name the jar with --jar FILE or " + VARIABLE + "."));
    }

    private static Path said(Path place) {
        if (Files.isRegularFile(place)) {
            return place;
        }
        return first(List.of(place, place.resolve(BUILT)))
                .orElseThrow(() -> new UsageException("The server's jar is not there: " + place));
    }

    private static Optional<Path> first(List<Path> folders) {
        return folders.stream().flatMap(folder -> in(folder).stream()).findFirst();
    }

    private static Optional<Path> in(Path folder) {
        var found = new ArrayList<Path>();
        if (Files.isDirectory(folder)) {
            try (var jars = Files.newDirectoryStream(folder, NAMES)) {
                jars.forEach(found::add);
            } catch (IOException | DirectoryIteratorException unreadable) {
                return Optional.empty();
            }
        }
        if (found.size() > 1) {
            throw new UsageException("There are " + found.size() + " jars of the server in " + folder
                    + ". Name the one that is meant with --jar FILE or " + VARIABLE + ".");
        }
        return found.stream().findFirst();
    }
}
