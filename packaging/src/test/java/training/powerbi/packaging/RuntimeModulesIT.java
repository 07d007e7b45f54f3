package training.powerbi.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolvedModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuntimeModulesIT {
    private static final Path LIBRARIES = Path.of(System.getProperty("installer.libraries"));

    /// A module that is missing shows only when someone presses the button that needs it.
    @Test
    void theRuntimeHasEveryModuleOfTheJdkThatAJarUses() throws IOException {
        var listed = OptionFile.read(Sources.PACKAGING.resolve("common/runtime-modules.txt"));
        var used = modulesOf(jars());

        assertThat(listed).doesNotHaveDuplicates();
        assertThat(withWhatTheyNeed(listed)).containsAll(used);
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

    private static Set<String> withWhatTheyNeed(List<String> modules) {
        return Configuration.empty().resolve(ModuleFinder.of(), ModuleFinder.ofSystem(), modules).modules().stream()
                .map(ResolvedModule::name)
                .collect(Collectors.toSet());
    }

    private static Set<String> modulesOf(List<Path> jars) {
        var output = new StringWriter();
        var names = jars.stream().map(Path::toString).toList();
        var options = List.of("--multi-release", "25", "--ignore-missing-deps", "--list-deps", "--module-path");
        var arguments = Stream.of(options, List.of(String.join(File.pathSeparator, names)), names)
                .flatMap(List::stream)
                .toArray(String[]::new);
        var jdeps = ToolProvider.findFirst("jdeps").orElseThrow();

        assertThat(jdeps.run(new PrintWriter(output), new PrintWriter(output), arguments))
                .as(output.toString())
                .isZero();
        return Stream.of(output.toString().split("\\s+", -1))
                .map(name -> name.replaceAll("/.*", ""))
                .filter(name -> name.startsWith("java.") || name.startsWith("jdk."))
                // A part of JavaFX, whatever it is called.
                .filter(name -> !name.equals("jdk.jsobject"))
                .collect(Collectors.toSet());
    }
}
