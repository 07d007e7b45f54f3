package training.powerbi.lakehouse.testing.fabric;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// A Node program that listens on a port until it is closed.
final class NodeProgram implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    final int port;

    private NodeProgram(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Starts the program and returns when it listens.
    ///
    /// @param words of which `PORT` becomes a free one
    static NodeProgram start(List<String> words) throws IOException {
        var port = freePort();
        var command = Stream.concat(
                        Stream.of("node"), words.stream().map(word -> word.equals("PORT") ? "" + port : word))
                .toList();
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var program = new NodeProgram(process, port);
        // Whoever ends the tests ends what they started.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        await().atMost(PATIENCE).until(program::listens);
        return program;
    }

    private boolean listens() throws IOException {
        if (!process.isAlive()) {
            throw new IOException("The program ended: "
                    + new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (ConnectException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
