package training.powerbi.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class DebianPackageIT {
    private static final String OPT = "./opt/" + DebianPackage.NAME + "/";

    @TempDir
    private Path folder;

    @Test
    void dpkgReadsItsFields() throws Exception {
        assertThat(output("dpkg-deb", "--field", BuiltPackage.file().toString()))
                .contains("Package: " + DebianPackage.NAME, "Depends: libc6, ", "Maintainer: ")
                .containsPattern("Version: \\d+\\.\\d+\\.\\d+(~snapshot)?\n")
                .containsPattern("Installed-Size: \\d{6}\n")
                .doesNotContain("${");
    }

    @Test
    void rootOwnsEveryFileAndNobodyElseMayWrite() throws Exception {
        assertThat(output("dpkg-deb", "--contents", BuiltPackage.file().toString())
                        .lines())
                .isNotEmpty()
                .allMatch(line -> line.contains(" root/root "))
                .filteredOn(line -> !line.startsWith("l"))
                .allMatch(line -> line.charAt(5) == '-' && line.charAt(8) == '-');
    }

    @Test
    void bringsJavaFxAsLibrariesACacheAndNoToolsOfTheJdk() throws Exception {
        var names = output("dpkg-deb", "--contents", BuiltPackage.file().toString());

        assertThat(names.lines().filter(line -> line.contains("runtime/bin/") && !line.endsWith("/")))
                .as("the program under its own name")
                .singleElement()
                .asString()
                .endsWith("/PowerBITrainingAdmin");
        assertThat(names)
                .contains(OPT + "lib/runtime/lib/libjfxwebkit.so", OPT + "lib/app/app.aot", OPT + "lib/runtime/legal/")
                .contains("./usr/bin/" + DebianPackage.NAME + " -> /opt/" + DebianPackage.NAME + "/bin/")
                .doesNotContain("libapplauncher", "app.aotconf", "javafx-web", ".jmod");
    }

    @Test
    void theDesktopTakesMenuEntryAndMetadata() throws Exception {
        output("dpkg-deb", "--extract", BuiltPackage.file().toString(), folder.toString());

        output("desktop-file-validate", found("applications").toString());
        output("appstreamcli", "validate", "--no-net", found("metainfo").toString());
        for (var size : IconFiles.SIZES) {
            assertThat(folder.resolve(
                            "usr/share/icons/hicolor/" + size + "x" + size + "/apps/" + DebianPackage.NAME + ".png"))
                    .isNotEmptyFile();
        }
        assertThat(Files.readString(folder.resolve("usr/share/doc/" + DebianPackage.NAME + "/copyright")))
                .contains("Classpath exception")
                .doesNotContain("${");
    }

    private Path found(String place) throws IOException {
        try (var files = Files.list(folder.resolve("usr/share").resolve(place))) {
            return files.findFirst().orElseThrow();
        }
    }

    private String output(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .redirectErrorStream(true)
                .start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(String.join(" ", command) + "\n" + text)
                .isZero();
        return text;
    }
}
