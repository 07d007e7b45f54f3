package training.powerbi.client.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A WebSocket server that does what the test tells it, frame by frame.
public final class ScriptedPeer implements AutoCloseable {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final long PATIENCE_SECONDS = 60;

    private final ServerSocket server;
    private final BlockingQueue<Connection> connections = new LinkedBlockingQueue<>();

    public ScriptedPeer() {
        try {
            server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var connection = new Connection(server.accept());
                Thread.ofVirtual().start(connection::serve);
            } catch (IOException closed) {
                return;
            }
        }
    }

    /// The next client that comes.
    public Connection connection() {
        return required(poll(connections), "a connection");
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> @Nullable T poll(BlockingQueue<T> queue) {
        try {
            return queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static <T> T required(@Nullable T value, String what) {
        if (value == null) {
            throw new AssertionError("expected " + what + ", but nothing came");
        }
        return value;
    }

    /// One client.
    public final class Connection {
        private final Socket socket;
        private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
        private final StringBuilder request = new StringBuilder();

        private Connection(Socket socket) {
            this.socket = socket;
        }

        private void serve() {
            try {
                var in = new DataInputStream(socket.getInputStream());
                shakeHands(in);
                connections.add(this);
                while (true) {
                    read(in);
                }
            } catch (IOException ended) {
                frames.add("closed");
            }
        }

        private void shakeHands(DataInputStream in) throws IOException {
            while (request.indexOf("\r\n\r\n") < 0) {
                request.append((char) in.readUnsignedByte());
            }
            var answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Protocol: graphql-transport-ws\r\nSec-WebSocket-Accept: "
                    + accept(header("Sec-WebSocket-Key")) + "\r\n\r\n";
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        }

        /// A header of the client's handshake.
        public String header(String name) {
            return request.toString()
                    .lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElseThrow();
        }

        private static String accept(String key) {
            try {
                var sha1 = MessageDigest.getInstance("SHA-1");
                return Base64.getEncoder()
                        .encodeToString(sha1.digest((key + GUID).getBytes(StandardCharsets.US_ASCII)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private void read(DataInputStream in) throws IOException {
            int opcode = in.readUnsignedByte() & 0x0f;
            int length = in.readUnsignedByte() & 0x7f;
            if (length == 126) {
                length = in.readUnsignedShort();
            }
            byte[] mask = in.readNBytes(4);
            byte[] body = in.readNBytes(length);
            for (int i = 0; i < body.length; i++) {
                body[i] ^= mask[i % 4];
            }
            if (opcode == TEXT) {
                frames.add(new String(body, StandardCharsets.UTF_8));
            } else if (opcode == CLOSE) {
                frames.add(
                        "close " + (body.length < 2 ? 0 : ByteBuffer.wrap(body).getShort() & 0xffff));
            }
        }

        /// The client's next message.
        public String next() {
            return required(poll(frames), "a frame");
        }

        public void send(String text) {
            write(TEXT, text.getBytes(StandardCharsets.UTF_8));
        }

        public void close(int code) {
            write(CLOSE, ByteBuffer.allocate(2).putShort((short) code).array());
        }

        /// Without a word, as a cable that is pulled.
        public void cut() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private synchronized void write(int opcode, byte[] body) {
            try {
                OutputStream out = socket.getOutputStream();
                var head = ByteBuffer.allocate(4).put((byte) (0x80 | opcode));
                if (body.length < 126) {
                    head.put((byte) body.length);
                } else {
                    head.put((byte) 126).putShort((short) body.length);
                }
                out.write(head.array(), 0, head.position());
                out.write(body);
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
