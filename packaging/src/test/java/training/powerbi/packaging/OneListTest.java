package training.powerbi.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// An option stands in one file. What is written twice is soon two things.
class OneListTest {
    private static final Path PACKAGING = Sources.PACKAGING;
    private static final List<String> LISTS = List.of(
            "common/jvm-options.args",
            "common/packaged-options.args",
            "common/jlink.args",
            "common/runtime-modules.txt",
            "windows/package.args");

    @Test
    void noOtherFileRepeatsAnOption() throws IOException {
        for (var list : LISTS) {
            for (var option : OptionFile.read(PACKAGING.resolve(list))) {
                // Short words such as "msi" say nothing by themselves.
                if (option.startsWith("-X") || (option.startsWith("--") && !option.equals("--type"))) {
                    assertThat(filesWith(option, list))
                            .as(option + " of " + list)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void theProgramRunsFromItsSourcesWithTheOptionsOfThePackage() throws IOException {
        assertThat(Files.readString(Sources.ROOT.resolve("desktop-admin/pom.xml")))
                .contains("@${project.basedir}/../packaging/common/jvm-options.args");
    }

    private static List<Path> filesWith(String option, String besides) throws IOException {
        var files = new ArrayList<Path>();
        for (var folder : List.of("common", "linux", "macos", "windows", "src/main")) {
            try (var all = Files.walk(PACKAGING.resolve(folder))) {
                files.addAll(all.filter(Files::isRegularFile).toList());
            }
        }
        files.add(PACKAGING.resolve("pom.xml"));
        files.add(Sources.ROOT.resolve("benchmarks/desktop"));
        files.add(Sources.ROOT.resolve(".ci/installer"));
        files.add(Sources.ROOT.resolve(".github/workflows/installers.yml"));
        files.remove(PACKAGING.resolve(besides));
        var found = new ArrayList<Path>();
        for (var file : files) {
            if (OptionFile.read(file).contains(option)) {
                found.add(file);
            }
        }
        return found;
    }
}
