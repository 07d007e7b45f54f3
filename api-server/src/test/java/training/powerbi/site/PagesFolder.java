package training.powerbi.site;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The folder that the build makes for other web servers, with a placeholder where the API's address belongs.
final class PagesFolder {
    static final Path BUILT = Path.of("target", "pages");
    private static final String PLACEHOLDER = "https://api.invalid";

    private PagesFolder() {}

    static List<Path> files() throws IOException {
        try (var all = Files.walk(BUILT)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /// A copy for the portal at `api`, as `-Dportal.api` makes one.
    static void copy(Path site, URI api) throws IOException {
        for (var file : files()) {
            var copy = site.resolve(BUILT.relativize(file));
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        for (var name : List.of("index.html", "site.json")) {
            pointAt(site.resolve(name), api.toString());
        }
    }

    /// Writes the API's address into one file of a copy.
    static void pointAt(Path file, String api) throws IOException {
        var made = Files.readString(BUILT.resolve(file.getFileName()));
        Files.writeString(
                file,
                made.replace(PLACEHOLDER, api).replace(PLACEHOLDER.replace("http", "ws"), api.replace("http", "ws")));
    }
}
