package training.powerbi.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// What the build works with; packaging/pom.xml says it in system properties.
///
/// @param sources the folder packaging/
/// @param target for everything made
/// @param libraries the program's jar and all it needs
/// @param jar the program's jar, a file in libraries
/// @param compression of the Debian package: xz, or gzip when time matters more than size
/// @param publisher who gives the program out
record Workshop(
        Path sources,
        Path target,
        Path libraries,
        String jar,
        String mainClass,
        String version,
        String compression,
        Publisher publisher) {

    /// Who gives the program out.
    ///
    /// @param maintainer a name with an address, as Debian writes them
    record Publisher(String vendor, String maintainer) {
        /// As jpackage takes it.
        List<String> options() {
            return List.of("--vendor", vendor, "--copyright", vendor);
        }
    }

    static Workshop ofMaven() {
        return new Workshop(
                Path.of(property("sources")),
                Path.of(property("target")),
                Path.of(property("libraries")),
                property("jar"),
                property("main"),
                property("version"),
                property("compression"),
                new Publisher(property("vendor"), property("maintainer")));
    }

    private static String property(String name) {
        var value = System.getProperty("installer." + name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(
                    "The property installer." + name + " is missing; packaging/pom.xml sets it");
        }
        return value;
    }

    Path common(String file) {
        return sources.resolve("common").resolve(file);
    }

    Path ours(Platform platform, String file) {
        return sources.resolve(platform.folder()).resolve(file);
    }

    /// What the program is called where spaces are not welcome.
    String name() throws IOException {
        return OptionFile.value(common("jpackage.args"), "--name");
    }

    /// The version as jpackage wants it: numbers only.
    String numbers() {
        return version.replace("-SNAPSHOT", "");
    }
}
