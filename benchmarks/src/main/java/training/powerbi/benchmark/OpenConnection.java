package training.powerbi.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/// A connection that is opened and then left alone, at next to no cost on its own side.
record OpenConnection(SocketChannel channel) implements AutoCloseable {
    private static final int TEXT_FRAME = 0x81;
    private static final int MASKED = 0x80;
    private static final int TWO_LENGTH_BYTES = 126;

    /// As a browser offers it, compression and all.
    private static final String HANDSHAKE = """
            GET /graphql HTTP/1.1\r
            Host: 127.0.0.1\r
            Upgrade: websocket\r
            Connection: Upgrade\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            Sec-WebSocket-Version: 13\r
            Sec-WebSocket-Protocol: graphql-transport-ws\r
            Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r
            \r
            """;

    private static final String SUBSCRIPTION = "subscription { dayChanged { revision } }";

    private static OpenConnection to(int port) throws IOException {
        return new OpenConnection(SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
    }

    /// A socket that signed in and listens.
    static OpenConnection socket(int port, String token) throws IOException {
        var socket = to(port);
        socket.write(HANDSHAKE.getBytes(StandardCharsets.US_ASCII));
        socket.await("101 ");
        socket.send("{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer " + token + "\"}}");
        socket.await("connection_ack");
        socket.send("{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"" + SUBSCRIPTION + "\"}}");
        socket.send("{\"type\":\"subscribe\",\"id\":\"2\",\"payload\":{\"query\":\"{ me { userId } }\"}}");
        socket.await("complete");
        return socket;
    }

    /// An event stream that listens.
    static OpenConnection stream(int port, String token) throws IOException {
        var stream = to(port);
        var body = "{\"query\":\"" + SUBSCRIPTION + "\"}";
        stream.write(("POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token
                        + "\r\nAccept: text/event-stream\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII));
        stream.await("200 ");
        return stream;
    }

    /// A connection that asked once and is kept.
    static OpenConnection kept(int port) throws IOException {
        var kept = to(port);
        kept.write("GET /api/v1/health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        kept.await("200 ");
        return kept;
    }

    /// One frame under a mask of zeros, which leaves the text as it is.
    private void send(String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var frame = ByteBuffer.allocate(8 + bytes.length).put((byte) TEXT_FRAME);
        if (bytes.length < TWO_LENGTH_BYTES) {
            frame.put((byte) (MASKED | bytes.length));
        } else {
            frame.put((byte) (MASKED | TWO_LENGTH_BYTES)).putShort((short) bytes.length);
        }
        frame.putInt(0).put(bytes).flip();
        write(frame);
    }

    private void write(byte[] bytes) throws IOException {
        write(ByteBuffer.wrap(bytes));
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private void await(String words) throws IOException {
        var heard = new StringBuilder();
        var piece = ByteBuffer.allocate(4096);
        while (heard.indexOf(words) < 0) {
            if (channel.read(piece.clear()) < 0) {
                throw new IOException("expected " + words + " but got " + heard);
            }
            heard.append(StandardCharsets.ISO_8859_1.decode(piece.flip()));
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
