package training.powerbi.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;

/// Takes the place of jpackage's launcher, which asks the system's package database twice whose file it is before it
/// starts Java: a fifth of a second, more than the window itself needs on some machines. Ours is a script before the
/// java of the JDK, which bears the program's name, as lists of processes show it.
final class LinuxLauncher {
    private static final String OPTION = "java-options=";
    private static final String JAR = "app.classpath=";
    private static final String MAIN = "app.mainclass=";

    private final Path image;
    private final String name;

    LinuxLauncher(Path image, String name) {
        this.image = image;
        this.name = name;
    }

    /// Puts the JDK's java into the runtime, and takes out what only jpackage's launcher needed.
    void install() throws IOException {
        var java = image.resolve("lib/runtime/bin").resolve(name);
        Files.createDirectories(java.getParent());
        Files.copy(Path.of(System.getProperty("java.home"), "bin", "java"), java);
        Files.delete(image.resolve("lib/libapplauncher.so"));
    }

    /// @param configuration lines of the file that jpackage's launcher would read
    void write(List<String> configuration) throws IOException {
        var script = image.resolve("bin").resolve(name);
        Files.writeString(script, script(configuration));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    String script(List<String> configuration) {
        return """
                #!/bin/sh
                # Starts the program with the runtime beside it.
                home=$(readlink -f "$0")
                home=${home%%/bin/*}
                APPDIR=$home/lib/app
                exec "$home/lib/runtime/bin/%s" \\
                %s
                  -cp "%s" \\
                  %s "$@"
                """.formatted(
                        name,
                        values(configuration, OPTION, "  \"%s\" \\", "\n"),
                        values(configuration, JAR, "%s", ":"),
                        values(configuration, MAIN, "%s", ""));
    }

    private static String values(List<String> configuration, String key, String format, String separator) {
        return configuration.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> format.formatted(line.substring(key.length())))
                .collect(Collectors.joining(separator));
    }
}
