package training.powerbi.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Reads a file over one connection and forgets the bytes, as cheaply as Java can.
final class RangeReader implements AutoCloseable {
    private final String path;
    private final SocketChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(512 * 1024);

    RangeReader(int port, String path) throws IOException {
        this.path = path;
        this.channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /// Reads the whole file with one request.
    long whole() throws IOException {
        return ask("");
    }

    /// Reads from there as far as the server goes in one answer.
    long from(long offset) throws IOException {
        return ask("Range: bytes=" + offset + "-\r\n");
    }

    long range(long offset, long length) throws IOException {
        return ask("Range: bytes=" + offset + '-' + (offset + length - 1) + "\r\n");
    }

    private long ask(String headers) throws IOException {
        var request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "\r\n";
        var bytes = ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        buffer.clear();
        int end = -1;
        while (end < 0) {
            if (channel.read(buffer) < 0) {
                throw new IOException("The server closed the connection");
            }
            end = head().indexOf("\r\n\r\n");
        }
        var head = head().substring(0, end).toLowerCase(Locale.ROOT);
        if (!head.startsWith("http/1.1 20")) {
            throw new IOException(head);
        }
        int at = head.indexOf("content-length: ") + "content-length: ".length();
        int line = head.indexOf('\r', at);
        long length = Long.parseLong(
                head.substring(at, line < 0 ? head.length() : line).strip());
        long left = length - (buffer.position() - end - 4);
        while (left > 0) {
            buffer.clear();
            if (left < buffer.capacity()) {
                buffer.limit((int) left);
            }
            int count = channel.read(buffer);
            if (count < 0) {
                throw new IOException("The server closed the connection");
            }
            left -= count;
        }
        return length;
    }

    private String head() {
        return StandardCharsets.ISO_8859_1
                .decode(buffer.duplicate().flip().limit(Math.min(buffer.position(), 4_096)))
                .toString();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
