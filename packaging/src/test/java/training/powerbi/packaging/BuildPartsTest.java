package training.powerbi.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildPartsTest {
    @TempDir
    private Path folder;

    @Test
    void readsOptionsWithCommentsAndQuotes() throws IOException {
        var file = Files.writeString(folder.resolve("x.args"), "# why\n--a 1\n\n  --b \"two words\"\n");

        assertThat(OptionFile.read(file)).containsExactly("--a", "1", "--b", "two words");
        assertThat(OptionFile.value(file, "--b")).isEqualTo("two words");
        assertThatThrownBy(() -> OptionFile.value(file, "--c")).hasMessageContaining("--c");
    }

    @ParameterizedTest
    @CsvSource({"Linux, LINUX", "Windows 11, WINDOWS", "Mac OS X, MACOS"})
    void knowsTheOperatingSystemByTheNameJavaGivesIt(String system, Platform platform) {
        assertThat(Platform.of(system)).isEqualTo(platform);
    }

    @ParameterizedTest
    @CsvSource({
        "javafx-web-26.0.1-linux.jar, true",
        "javafx-base-26.0.1-mac-aarch64.jar, true",
        "jdk-jsobject-26.0.1-win.jar, true",
        "javafx-base-26.0.1.jar, true",
        "ikonli-javafx-12.4.0.jar, false",
        "desktop-admin-1.0.0-SNAPSHOT.jar, false"
    })
    void putsJavaFxIntoTheRuntimeAndTheRestBesideIt(Path jar, boolean part) {
        assertThat(JavaFxModules.isPart(jar)).isEqualTo(part);
    }

    @Test
    void copiesKeepTimesForTheCacheToKnowItsJarsBy() throws IOException {
        var from = Files.createDirectories(folder.resolve("from/deep"));
        var jar = Files.writeString(from.resolve("a.jar"), "a");
        var time = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(jar, time);

        Folders.copy(folder.resolve("from"), folder.resolve("to"));

        assertThat(Files.getLastModifiedTime(folder.resolve("to/deep/a.jar"))).isEqualTo(time);
    }

    @Test
    void theLinuxLauncherGivesJavaWhatJpackageWroteDownAndTheCallersArguments() {
        var script = new LinuxLauncher(folder, "Program")
                .script(List.of(
                        "[Application]",
                        "app.classpath=$APPDIR/a.jar",
                        "app.classpath=$APPDIR/b.jar",
                        "app.mainclass=some.Main",
                        "[JavaOptions]",
                        "java-options=-Xmx1m",
                        "java-options=-XX:AOTCache=$APPDIR/app.aot"));

        assertThat(script).endsWith("""
                exec "$home/lib/runtime/bin/Program" \\
                  "-Xmx1m" \\
                  "-XX:AOTCache=$APPDIR/app.aot" \\
                  -cp "$APPDIR/a.jar:$APPDIR/b.jar" \\
                  some.Main "$@"
                """);
    }
}
