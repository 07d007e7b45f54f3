package training.powerbi.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Runs `mvnw` on a machine of our own making: shell scripts stand for the JDKs, for Maven and for curl.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a script for shells; Windows has mvnw.cmd")
class WrapperTest {
    private static final List<String> PROGRAMS = List.of(
            "sh", "dirname", "sed", "sort", "head", "cut", "mkdir", "mktemp", "rm", "mv", "tar", "sha512sum", "shasum");

    @TempDir
    Path machine;

    private Path wrapper = Path.of("mvnw");

    /// A copy that looks for JDKs on this machine instead of the real one; in a folder with a space.
    @BeforeEach
    void install() throws IOException {
        var script = Files.readString(Checkout.root().resolve("mvnw"))
                .replace(" /usr/lib/jvm/*", " " + machine + "/usr/lib/jvm/*")
                .replace(" /opt/", " " + machine + "/opt/")
                .replace(" /usr/local/", " " + machine + "/usr/local/")
                .replace(" /Library/", " " + machine + "/Library/");
        wrapper = machine.resolve("my project/mvnw");
        write(wrapper, script);
        for (var program : PROGRAMS) {
            passOn(program);
        }
        program("path/curl", "echo curl \"$@\" >&2; exit 6");
    }

    @Test
    void takesJavaHomeWhenItIsNewEnough() throws Exception {
        maven("3.8.7");
        jdk("home", "25");
        jdk("usr/lib/jvm/other", "26");

        assertThat(run(machine.resolve("home"))).contains("JAVA_HOME=" + machine.resolve("home") + "\n");
    }

    @Test
    void passesOverAnOldJavaHomeAndAnOldJavaOnThePath() throws Exception {
        maven("3.8.7");
        jdk("home", "1.8");
        jdk("old", "17");
        program("path/java", "exec " + machine.resolve("old/bin/java") + " \"$@\"");
        jdk("usr/lib/jvm/a-21", "21");
        jdk("usr/lib/jvm/b-27", "27");

        assertThat(run(machine.resolve("home"))).contains("JAVA_HOME=" + machine.resolve("usr/lib/jvm/b-27") + "\n");
    }

    @Test
    void takesTheJavaOnThePathWhereverItLives() throws Exception {
        maven("3.9.9");
        jdk("somewhere/else", "25");
        program("path/java", "exec " + machine.resolve("somewhere/else/bin/java") + " \"$@\"");

        assertThat(run(null)).contains("JAVA_HOME=" + machine.resolve("somewhere/else") + "\n");
    }

    @Test
    void looksInThePersonsOwnFolders() throws Exception {
        maven("3.9.9");
        jdk("user/.sdkman/candidates/java/25.0.1-tem", "25");

        assertThat(run(null))
                .contains("JAVA_HOME=" + machine.resolve("user/.sdkman/candidates/java/25.0.1-tem") + "\n");
    }

    @Test
    void aRuntimeWithoutCompilerIsNoJdk() throws Exception {
        maven("3.9.9");
        jdk("usr/lib/jvm/jre", "25");
        Files.delete(machine.resolve("usr/lib/jvm/jre/bin/javac"));

        assertThat(run(null)).endsWith("exit 1");
    }

    @Test
    void saysInOneSentenceWhatToDoWithoutAJdk() throws Exception {
        maven("3.9.9");

        assertThat(run(null))
                .isEqualTo(
                        "mvnw: no JDK 25 or newer found; install one (for example Eclipse Temurin) or set JAVA_HOME to"
                                + " it.\nexit 1");
    }

    @Test
    void runsMavenWithTheProjectsFolderAndTheGivenArguments() throws Exception {
        maven("3.10.0");
        jdk("usr/lib/jvm/jdk", "25");

        assertThat(run(null, "-f", "a b/pom.xml", "verify"))
                .contains("MAVEN_BASEDIR=" + machine.resolve("my project") + "\n")
                .contains("arguments: [-f] [a b/pom.xml] [verify]\n")
                .endsWith("exit 0");
    }

    @Test
    void fetchesMavenFromApacheWhenTheInstalledOneIsTooOld() throws Exception {
        maven("3.8.6");
        jdk("usr/lib/jvm/jdk", "25");

        assertThat(run(null))
                .contains("https://dlcdn.apache.org/maven/maven-3/")
                .contains("https://archive.apache.org/dist/maven/maven-3/")
                .contains("install Maven 3.8.7 or newer")
                .endsWith("exit 1");
    }

    @Test
    void refusesAnArchiveThatIsNotTheOneItKnows() throws Exception {
        jdk("usr/lib/jvm/jdk", "25");
        program("path/curl", "echo forged > \"$3\"");

        assertThat(run(null)).contains("SHA-512 differs").endsWith("exit 1");
        try (var left = Files.list(machine.resolve("user/.m2/wrapper/dists"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void theWindowsWrapperPinsTheSame() throws IOException {
        var unix = Files.readString(Checkout.root().resolve("mvnw"));
        var windows = Files.readString(Checkout.root().resolve("mvnw.cmd"));

        for (var pin : List.of("jdk_wanted", "maven_oldest", "maven_version", "maven_sha512")) {
            assertThat(windows).containsIgnoringCase("\"" + pin + "=" + value(unix, pin) + "\"");
        }
    }

    private static String value(String script, String name) {
        return Pattern.compile("^" + name + "=(.+)$", Pattern.MULTILINE)
                .matcher(script)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private void jdk(String folder, String version) throws IOException {
        program(folder + "/bin/javac", "exit 1");
        program(
                folder + "/bin/java",
                "echo '    java.home = " + machine.resolve(folder) + "' >&2\n"
                        + "echo '    java.specification.version = " + version + "' >&2");
    }

    private void maven(String version) throws IOException {
        program("path/mvn", "case \"$*\" in *-v) echo 'Apache Maven " + version + " (x)'; exit 0 ;; esac\n" + """
                        echo "JAVA_HOME=$JAVA_HOME"
                        echo "MAVEN_BASEDIR=$MAVEN_BASEDIR"
                        printf 'arguments:'
                        printf ' [%s]' "$@"
                        echo
                        """);
    }

    private void program(String path, String body) throws IOException {
        write(machine.resolve(path), "#!/bin/sh\n" + body + "\n");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private void passOn(String program) throws IOException {
        for (var folder : List.of("/bin", "/usr/bin")) {
            if (Files.exists(Path.of(folder, program))) {
                program("path/" + program, "exec " + folder + "/" + program + " \"$@\"");
                return;
            }
        }
    }

    private String run(@Nullable Path javaHome, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("/bin/sh", wrapper.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", machine.resolve("path").toString());
        builder.environment().put("HOME", machine.resolve("user").toString());
        if (javaHome != null) {
            builder.environment().put("JAVA_HOME", javaHome.toString());
        }
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return output + "exit " + process.exitValue();
    }
}
