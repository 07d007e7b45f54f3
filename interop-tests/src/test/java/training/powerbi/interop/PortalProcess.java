package training.powerbi.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/// The packaged server in a process of its own, on a free port of this machine.
final class PortalProcess implements AutoCloseable {
    static final String ADMIN_EMAIL = "trainer@example.com";
    static final String ADMIN_PASSWORD = "a-long-trainer-password-7";
    private static final Duration START = Duration.ofMinutes(2);

    private final Process process;
    private final Path log;
    private final URI address;

    private PortalProcess(Process process, Path log, URI address) {
        this.process = process;
        this.log = log;
        this.address = address;
    }

    /// Starts the server over the data folder and returns once it is healthy.
    static PortalProcess over(Path data) {
        try {
            var jar = Path.of(System.getProperty("portal.jar", ""));
            if (!Files.isRegularFile(jar)) {
                throw new AssertionError("The server's jar is missing: " + jar.toAbsolutePath());
            }
            var port = freePort();
            Files.createDirectories(data);
            var log = Files.createTempFile(data, "server-", ".log");
            var process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-jar",
                            jar.toString(),
                            "--server.address=127.0.0.1",
                            "--server.port=" + port,
                            "--portal.store.directory=" + data,
                            "--portal.bootstrap.admin-email=" + ADMIN_EMAIL,
                            "--portal.bootstrap.admin-password=" + ADMIN_PASSWORD,
                            "--portal.registration.mode=open"))
                    .directory(data.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            var portal = new PortalProcess(process, log, URI.create("http://127.0.0.1:" + port));
            portal.awaitHealthy();
            return portal;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PortalClient client() {
        return new PortalClient(address);
    }

    /// What the server said so far.
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Stops the server as an operator would.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError("The server did not stop when asked to:\n" + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitHealthy() {
        try (var client = client()) {
            Awaitility.await("the server's health").atMost(START).until(() -> {
                if (!process.isAlive()) {
                    throw new AssertionError("The server ended with " + process.exitValue() + ":\n" + log());
                }
                return client.healthy();
            });
        } catch (RuntimeException | Error e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
