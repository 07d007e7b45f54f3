package training.powerbi.packaging;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.connection.PortalConnection;
import training.powerbi.client.signin.PasswordSignIn;

/// The packaged server in a process of its own, and a colleague of the trainer's who asks it.
final class Portal implements AutoCloseable {
    static final String EMAIL = "trainer@example.com";
    static final String PASSWORD = "a-long-trainer-password-7";
    private static final Duration START = Duration.ofMinutes(4);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final Path log;
    private final Path tokens;
    private final String address;
    private @Nullable PortalConnection colleague;

    private Portal(Process process, Path log, Path tokens, String address) {
        this.process = process;
        this.log = log;
        this.tokens = tokens;
        this.address = address;
    }

    static Portal start(Path data) throws IOException {
        var jar = Path.of(System.getProperty("portal.jar", ""));
        if (!Files.isRegularFile(jar)) {
            throw new AssertionError("The server's jar is missing: " + jar.toAbsolutePath());
        }
        var port = freePort();
        Files.createDirectories(data);
        var log = data.resolve("server.log");
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + Sources.PACKAGING.resolve("server/jvm-options.args"),
                        "-jar",
                        jar.toString(),
                        "--server.port=" + port,
                        "--portal.store.directory=" + data,
                        "--portal.bootstrap.admin-email=" + EMAIL,
                        "--portal.bootstrap.admin-password=" + PASSWORD))
                .directory(data.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var portal = new Portal(process, log, data.resolve("colleague"), "127.0.0.1:" + port);
        try {
            Awaitility.await("the server's health").atMost(START).until(portal::isHealthy);
        } catch (RuntimeException | Error e) {
            process.destroyForcibly();
            throw e;
        }
        return portal;
    }

    /// As a trainer types it.
    String address() {
        return address;
    }

    /// When the trainer last signed in, as a colleague is told, who signed in once.
    @Nullable
    Instant lastSignIn() {
        if (colleague == null) {
            var session = PasswordSignIn.inFiles(tokens, Clock.systemUTC())
                    .withPassword(uri(), EMAIL, PASSWORD.toCharArray());
            colleague = PortalConnection.to(uri(), session, Clock.systemUTC());
        }
        return colleague.client().users(EMAIL, null).edges().getFirst().node().lastLogin();
    }

    private URI uri() {
        return URI.create("http://" + address);
    }

    private boolean isHealthy() throws IOException, InterruptedException {
        if (!process.isAlive()) {
            throw new AssertionError("The server ended:\n" + Files.readString(log));
        }
        try {
            var request =
                    HttpRequest.newBuilder(uri().resolve("/api/v1/health")).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            // Not listening yet.
            return false;
        }
    }

    @Override
    public void close() {
        if (colleague != null) {
            colleague.close();
        }
        http.close();
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("The server did not stop when asked to");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
