package training.powerbi.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A platform's front end that has no room for web sockets: it answers a handshake in the portal's place, and passes
/// everything else on.
final class FrontEnd implements AutoCloseable {
    private static final byte[] NO_ROOM =
            "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final URI portal;

    FrontEnd(URI portal) throws IOException {
        this.portal = portal;
        Thread.startVirtualThread(this::admit);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    private void admit() {
        while (!door.isClosed()) {
            try {
                var guest = door.accept();
                open.add(guest);
                Thread.startVirtualThread(() -> serve(guest));
            } catch (IOException e) {
                return;
            }
        }
    }

    /// A browser gives a handshake a connection of its own, so the first request tells.
    private void serve(Socket guest) {
        try (guest) {
            var head = head(guest.getInputStream());
            if (head.toLowerCase(Locale.ROOT).contains("upgrade: websocket")) {
                guest.getOutputStream().write(NO_ROOM);
                return;
            }
            try (var inner = new Socket(portal.getHost(), portal.getPort())) {
                open.add(inner);
                inner.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
                var there = Thread.startVirtualThread(() -> pass(guest, inner));
                pass(inner, guest);
                there.join();
            }
        } catch (IOException e) {
            // Whoever hung up, the other side is told by the end of its connection.
            open.remove(guest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String head(InputStream in) throws IOException {
        var read = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            read.write(next);
            if (next == '\n' && read.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                break;
            }
        }
        return read.toString(StandardCharsets.ISO_8859_1);
    }

    private static void pass(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            try {
                from.close();
                to.close();
            } catch (IOException alsoGone) {
                throw new UncheckedIOException(alsoGone);
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (var each : open) {
            each.close();
        }
    }
}
