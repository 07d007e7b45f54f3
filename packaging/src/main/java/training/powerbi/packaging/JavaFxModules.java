package training.powerbi.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/// JavaFX as modules that jlink can put into a runtime. The jars of Maven carry native libraries as resources, which
/// JavaFX would read into memory and unpack into the home folder at every start; in a jmod they are libraries.
final class JavaFxModules {
    private static final Pattern PLATFORM_JAR =
            Pattern.compile("(javafx-[a-z]+|jdk-jsobject)-[0-9.]+(?:-(linux|mac|win)[a-z0-9-]*)?\\.jar");
    private static final Pattern NATIVE = Pattern.compile(".*\\.(so|dll|dylib)");

    private final Path libraries;
    private final Path work;

    JavaFxModules(Path libraries, Path work) {
        this.libraries = libraries;
        this.work = work;
    }

    /// Whether a jar is a part of JavaFX and therefore of the runtime.
    static boolean isPart(Path jar) {
        return PLATFORM_JAR.matcher(jar.getFileName().toString()).matches();
    }

    /// Makes the jmods and says the modules' names.
    List<String> make(Path jmods) throws IOException {
        Folders.fresh(work);
        Folders.fresh(jmods);
        var names = new ArrayList<String>();
        try (var jars = Files.newDirectoryStream(libraries, "*.jar")) {
            for (var jar : jars) {
                var name = PLATFORM_JAR.matcher(jar.getFileName().toString());
                // The jar without a platform is empty.
                if (name.matches() && name.group(2) != null) {
                    var module = name.group(1).replace('-', '.');
                    make(jar, module, jmods);
                    names.add(module);
                }
            }
        }
        if (names.isEmpty()) {
            throw new IOException("There is no JavaFX in " + libraries);
        }
        names.sort(null);
        return names;
    }

    private void make(Path jar, String module, Path jmods) throws IOException {
        var classes = Files.createDirectories(work.resolve(module).resolve("classes"));
        var natives = Files.createDirectories(work.resolve(module).resolve("natives"));
        try (var zip = new ZipFile(jar.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                var folder = NATIVE.matcher(entry.getName()).matches() ? natives : classes;
                var place = folder.resolve(entry.getName()).normalize();
                if (!place.startsWith(folder)) {
                    throw new IOException(jar + " wants to write outside of its folder: " + entry.getName());
                }
                if (!entry.isDirectory()) {
                    Files.createDirectories(place.getParent());
                    try (var bytes = zip.getInputStream(entry)) {
                        Files.copy(bytes, place);
                    }
                }
            }
        }
        Tool.ofJdk(
                "jmod",
                List.of(
                        "create",
                        "--class-path",
                        classes.toString(),
                        "--libs",
                        natives.toString(),
                        jmods.resolve(module + ".jmod").toString()));
    }
}
