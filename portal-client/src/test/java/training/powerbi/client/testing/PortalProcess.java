package training.powerbi.client.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import training.powerbi.testing.PackagedServer;

/// The real server, as it was packaged, in a process of its own on a free port.
public final class PortalProcess implements AutoCloseable {
    public static final String ADMIN_EMAIL = "trainer@example.com";
    public static final String ADMIN_PASSWORD = "a-long-trainer-password-7";
    private static final Path TARGET = Path.of("..", "api-server", "target");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int FIRST_PORT = 21_000;
    private static final int LAST_PORT = 32_000;

    private final List<String> command;
    private final Path folder;
    private final URI address;
    private Process process;

    private static final List<String> KNOWN_PASSWORD = List.of("portal.bootstrap.admin-password=" + ADMIN_PASSWORD);
    private static final Pattern PRINTED = Pattern.compile("password: (\\S+)");

    private PortalProcess(List<String> start, Path folder, List<String> properties) {
        int port = freePort();
        this.folder = folder;
        this.address = URI.create("http://127.0.0.1:" + port);
        this.command = command(start, folder, port, properties);
        this.process = begin();
    }

    /// Starts a server over an empty folder, or one that a server has left, and returns once it answers.
    ///
    /// @param properties such as `portal.entra.tenant-id=…`
    public static PortalProcess over(Path folder, String... properties) {
        var all = new ArrayList<>(KNOWN_PASSWORD);
        all.addAll(List.of(properties));
        return ready(new PortalProcess(
                PackagedServer.unpacked(TARGET).orElseGet(() -> PackagedServer.jar(TARGET)), folder, all));
    }

    /// A server as an owner starts it, from its jar, whose first admin got a printed password, to be changed at the
    /// first sign-in.
    public static PortalProcess withPrintedPassword(Path folder) {
        return ready(new PortalProcess(PackagedServer.jar(TARGET), folder, List.of()));
    }

    private static PortalProcess ready(PortalProcess portal) {
        portal.awaitReady();
        return portal;
    }

    public String printedPassword() {
        try {
            return PRINTED.matcher(Files.readString(log()))
                    .results()
                    .findFirst()
                    .orElseThrow()
                    .group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(List<String> start, Path folder, int port, List<String> properties) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(start);
        command.addAll(List.of(
                "--server.port=" + port,
                "--portal.store.directory=" + folder.resolve("data"),
                "--portal.bootstrap.admin-email=" + ADMIN_EMAIL));
        properties.stream().map(property -> "--" + property).forEach(command::add);
        return command;
    }

    private Process begin() {
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        try {
            Awaitility.await("server ready, see " + log())
                    .atMost(PATIENCE)
                    .ignoreExceptions()
                    .failFast("the server ended, see " + log(), () -> !process.isAlive())
                    .until(this::healthy);
        } catch (RuntimeException neverReady) {
            kill();
            throw neverReady;
        }
    }

    private boolean healthy() throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(address.resolve("/api/v1/health")).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        }
    }

    /// Free, and none of those that a system gives out by itself: nobody else has it before the server begins, or
    /// between two starts of it.
    private static int freePort() {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
            try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return port;
            } catch (BindException taken) {
                // Another it is.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public URI address() {
        return address;
    }

    /// What the server wrote.
    public Path log() {
        return folder.resolve("server.log");
    }

    /// Ends the process as a power cut would.
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /// Starts it again on the same port; returns once it answers.
    public void restart() {
        kill();
        process = begin();
        awaitReady();
    }

    @Override
    public void close() {
        kill();
    }
}
