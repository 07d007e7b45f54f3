package training.powerbi.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuntimeModulesIT {
    private static final Path LIBRARIES = Path.of(System.getProperty("installer.libraries"));

    /// A module that is missing shows only when someone presses the button that needs it.
    @Test
    void theRuntimeHasEveryModuleOfTheJdkThatAJarUses() throws IOException {
        var used = new TreeSet<String>();
        for (var jar : jars()) {
            used.addAll(modulesOf(jar));
        }

        assertThat(OptionFile.read(Sources.PACKAGING.resolve("common/runtime-modules.txt")))
                .doesNotHaveDuplicates()
                .containsAll(used);
        // Signing in with Microsoft listens for the browser.
        assertThat(used).contains("java.desktop", "jdk.httpserver");
    }

    private static List<Path> jars() throws IOException {
        try (var files = Files.list(LIBRARIES)) {
            // JavaFX' jars without a platform are empty.
            return files.filter(file -> !file.toString().matches(".*(javafx-[a-z]+|jdk-jsobject)-[0-9.]+\\.jar"))
                    .toList();
        }
    }

    private static List<String> modulesOf(Path jar) throws IOException {
        var output = new StringWriter();
        var others =
                jars().stream().map(Path::toString).collect(Collectors.joining(System.getProperty("path.separator")));
        var jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
        var result = jdeps.run(
                new PrintWriter(output),
                new PrintWriter(output),
                "--multi-release",
                "25",
                "--ignore-missing-deps",
                "--list-deps",
                "--module-path",
                others,
                jar.toString());

        assertThat(result).as(output.toString()).isZero();
        return Stream.of(output.toString().split("\\s+", -1))
                .map(name -> name.replaceAll("/.*", ""))
                .filter(name -> name.startsWith("java.") || name.startsWith("jdk."))
                // A part of JavaFX, whatever it is called.
                .filter(name -> !name.equals("jdk.jsobject"))
                .toList();
    }
}
