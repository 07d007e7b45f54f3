package training.powerbi.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.testing.PackagedServer;

/// The steps of the Dockerfile, taken one after the other without an engine: what is copied, as whom it runs, and that
/// it answers and ends.
class ContainerIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern ADDRESS = Pattern.compile("Portal ready at (http://[0-9.:]+)");
    private static final int LAYERS = 0;
    private static final int IMAGE = 1;

    @TempDir
    private Path folder;

    private Dockerfile dockerfile;
    private BareRoot root;

    @BeforeEach
    void rootsCanBeMade() throws IOException, InterruptedException {
        assumeTrue(BareRoot.isPossible(), "Run as root, on Linux, to have the container's steps tried in a bare root.");
        dockerfile = Dockerfile.read(ROOT.resolve("packaging/server/Dockerfile"));
        root = BareRoot.in(Files.createDirectory(folder.resolve("root")));
    }

    @Test
    void whatTheStepsMakeRunsWithoutRightsAnswersAndEnds() throws Exception {
        var build = Files.createDirectory(folder.resolve("build"));
        extract(build);
        copyInto(build);
        int user = user();
        assertThat(user).isPositive();

        var program = dockerfile.entryPoint(IMAGE);
        assertThat(program.getFirst()).isEqualTo("java");
        var environment = new HashMap<>(dockerfile.environment(IMAGE));
        assertThat(environment).containsEntry("PORTAL_ADDRESS", "0.0.0.0").containsEntry("PORTAL_DATA_DIR", "/data");
        // As docker run -e would say it: the port of a container is its own, this machine's is shared.
        environment.putAll(Map.of("PORTAL_ADDRESS", "127.0.0.1", "PORTAL_PORT", "0"));
        var log = folder.resolve("log");
        var process = root.start(user, dockerfile.last(IMAGE, "WORKDIR"), environment, program, log);
        try {
            var address = await("the server, see " + log)
                    .atMost(PATIENCE)
                    .failFast(() -> assertThat(process.isAlive())
                            .as(Files.readString(log))
                            .isTrue())
                    .until(() -> address(log), found -> !found.isEmpty());
            answers(address);
            runsAs(process, user);
            assertThat(root.at("/data/Tables/users")).isDirectory();
            process.destroy();
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(log)).isIn(0, 143);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private void extract(Path build) throws IOException, InterruptedException {
        var copied = dockerfile.steps(LAYERS, "COPY").getFirst().words();
        assertThat(copied.getFirst()).isEqualTo("api-server/target/api-server-*.jar");
        Files.copy(Path.of(PackagedServer.jar(Path.of("target")).getLast()), build.resolve(copied.getLast()));
        var words = new ArrayList<>(dockerfile.steps(LAYERS, "RUN").getFirst().words());
        words.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        var extraction = new ProcessBuilder(words)
                .directory(build.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(extraction.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(extraction.waitFor()).as(said).isZero();
    }

    /// Every layer of the jar comes into the image, once, and libraries before what changes with each build.
    private void copyInto(Path build) throws IOException {
        var target = root.at(dockerfile.last(IMAGE, "WORKDIR"));
        var layers = new ArrayList<String>();
        for (var step : dockerfile.steps(IMAGE, "COPY")) {
            var words = step.words();
            if (words.getFirst().startsWith("--from=layers")) {
                var from = Path.of("/build").relativize(Path.of(words.get(1)));
                layers.add(from.getFileName().toString());
                BareRoot.copy(build.resolve(from), target);
            } else {
                BareRoot.copy(ROOT.resolve(words.getFirst()), target);
            }
        }
        try (var all = Files.list(build.resolve("layers"))) {
            assertThat(layers)
                    .containsExactlyInAnyOrderElementsOf(
                            all.map(each -> each.getFileName().toString()).toList());
        }
        assertThat(layers).startsWith("dependencies").endsWith("application");
        try (var own = Files.walk(build.resolve("layers/application"))) {
            assertThat(own.filter(each -> each.toString().endsWith(".jar"))
                            .map(each -> each.getFileName().toString()))
                    .as("libraries that would be sent anew with each version")
                    .allMatch(jar -> jar.matches("(shared-model|lakehouse)-.*"));
        }
    }

    /// The number of the user whom the image makes and runs as, with a folder of their own.
    private int user() throws IOException {
        var made = dockerfile.last(IMAGE, "RUN");
        var name = dockerfile.last(IMAGE, "USER");
        var number = Pattern.compile("useradd .*--uid (\\d+) .*" + name).matcher(made);
        assertThat(number.find()).as(made).isTrue();
        assertThat(made).contains("install -d -o " + name + " -g " + name + " -m 0700 /data");
        int user = Integer.parseInt(number.group(1));
        var data = Files.createDirectory(root.at("/data"));
        Files.setAttribute(data, "unix:uid", user);
        Files.setAttribute(data, "unix:gid", user);
        Files.writeString(root.at("/etc/passwd"), name + ":x:" + user + ":" + user + "::/nonexistent:/bin/false\n");
        assertThat(dockerfile.last(IMAGE, "VOLUME")).isEqualTo("/data");
        assertThat(dockerfile.last(IMAGE, "STOPSIGNAL")).isEqualTo("SIGTERM");
        return user;
    }

    private static String address(Path log) throws IOException {
        var found = ADDRESS.matcher(Files.readString(log));
        return found.find() ? found.group(1) : "";
    }

    private static void answers(String address) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var health = HttpRequest.newBuilder(URI.create(address + "/api/v1/health"))
                    .build();
            assertThat(http.send(health, BodyHandlers.ofString()).body()).isEqualTo("{\"status\":\"ok\"}");
        }
    }

    private void runsAs(Process process, int user) throws IOException {
        var self = Path.of("/proc", "" + process.pid());
        assertThat(Files.readString(self.resolve("status")))
                .contains("Uid:\t%1$d\t%1$d\t%1$d\t%1$d".formatted(user))
                .containsPattern("CapEff:\t0+\n");
        assertThat(Files.readSymbolicLink(self.resolve("root")))
                .isEqualTo(root.folder().toRealPath());
        assertThat(Files.isSameFile(self.resolve("cwd"), root.at(dockerfile.last(IMAGE, "WORKDIR"))))
                .isTrue();
    }
}
