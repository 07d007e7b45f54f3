package training.powerbi.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/// A line to the portal that stands still when so many bytes have gone there, until it is told to flow.
final class StallingLine implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final ServerSocket door;
    private final URI server;
    private long left = Long.MAX_VALUE;
    private boolean standing;

    StallingLine(URI server) {
        try {
            this.server = server;
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    synchronized void stallAfter(long bytes) {
        left = bytes;
    }

    synchronized void flow() {
        left = Long.MAX_VALUE;
        standing = false;
        notifyAll();
    }

    /// Whether something waits.
    synchronized boolean isStanding() {
        return standing;
    }

    private synchronized void pass(int bytes) throws InterruptedException {
        left -= bytes;
        while (left < 0) {
            standing = true;
            wait();
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                var upstream = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
                Thread.ofVirtual().start(() -> copy(client, upstream, true));
                Thread.ofVirtual().start(() -> copy(upstream, client, false));
            } catch (IOException closed) {
                // The server is down for the moment, or the door closed.
            }
        }
    }

    private void copy(Socket from, Socket to, boolean counted) {
        try (from;
                to) {
            copy(from.getInputStream(), to.getOutputStream(), counted);
        } catch (IOException ended) {
            // One side is gone; the other goes too.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void copy(InputStream in, OutputStream out, boolean counted) throws IOException, InterruptedException {
        var buffer = new byte[BUFFER];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            if (counted) {
                pass(count);
            }
            out.write(buffer, 0, count);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        flow();
    }
}
