package training.powerbi.client.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/// A line to a server on this computer that is cut after a random number of bytes on their way there, so many times;
/// then it holds.
public final class CutLine implements AutoCloseable {
    private static final int BUFFER = 16 * 1024;

    private final URI server;
    private final ServerSocket door;
    private final Random random;
    private final int mostBytes;
    private final AtomicInteger cutsLeft;

    /// @param mostBytes a connection carries before it is cut
    public CutLine(URI server, int cuts, int mostBytes, long seed) {
        this.server = server;
        this.cutsLeft = new AtomicInteger(cuts);
        this.mostBytes = mostBytes;
        this.random = new Random(seed);
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                var upstream = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
                Thread.ofVirtual().start(() -> pass(client, upstream, allowance()));
                Thread.ofVirtual().start(() -> pass(upstream, client, Long.MAX_VALUE));
            } catch (IOException closed) {
                // The server is down for the moment, or the door closed.
            }
        }
    }

    private synchronized long allowance() {
        return cutsLeft.get() > 0 ? 1 + random.nextInt(mostBytes) : Long.MAX_VALUE;
    }

    private void pass(Socket from, Socket to, long allowance) {
        try (from;
                to) {
            if (copy(from.getInputStream(), to.getOutputStream(), allowance)) {
                cutsLeft.decrementAndGet();
            }
        } catch (IOException ended) {
            // One side is gone; the other goes too.
        }
    }

    /// Whether the allowance was used up.
    private static boolean copy(InputStream in, OutputStream out, long allowance) throws IOException {
        var buffer = new byte[BUFFER];
        long left = allowance;
        while (left > 0) {
            int count = in.read(buffer, 0, (int) Math.min(BUFFER, left));
            if (count < 0) {
                return false;
            }
            out.write(buffer, 0, count);
            left -= count;
        }
        return true;
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
