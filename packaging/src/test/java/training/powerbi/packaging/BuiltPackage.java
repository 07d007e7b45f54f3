package training.powerbi.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The package that this build made.
final class BuiltPackage {
    private BuiltPackage() {}

    static Path file() throws IOException {
        try (var files = Files.newDirectoryStream(Path.of(System.getProperty("installer.target")), "*.deb")) {
            var all = files.iterator();
            if (!all.hasNext()) {
                throw new AssertionError("No package was made");
            }
            return all.next().toAbsolutePath();
        }
    }
}
