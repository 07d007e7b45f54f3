package training.powerbi.lakehouse.testing.tds;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;

/// The socket below TLS: while wrapped, TLS records travel in packets of TDS.
final class TdsWire extends Socket {
    private static final int TLS_HANDSHAKE = 0x16;

    private final Socket socket;
    private final BufferedInputStream in;
    private final ByteArrayOutputStream flight = new ByteArrayOutputStream();
    private volatile boolean wrapped;
    private int left;

    TdsWire(Socket socket) throws IOException {
        super();
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /// Whether TLS comes before the first word.
    boolean isStrict() throws IOException {
        in.mark(1);
        int first = in.read();
        in.reset();
        return first == TLS_HANDSHAKE;
    }

    void wrap(boolean on) throws IOException {
        sendFlight();
        wrapped = on;
    }

    /// The driver counts messages: what is said in one go is one of them.
    private void sendFlight() throws IOException {
        if (flight.size() > 0) {
            TdsPackets.write(socket.getOutputStream(), TdsPackets.TLS, flight.toByteArray(), true);
            flight.reset();
        }
    }

    private int readSome(byte[] buffer, int offset, int length) throws IOException {
        sendFlight();
        int most = length;
        if (wrapped || left > 0) {
            if (left == 0) {
                var data = new DataInputStream(in);
                data.skipNBytes(2);
                left = data.readUnsignedShort() - 8;
                data.skipNBytes(4);
            }
            most = Math.min(most, left);
        }
        int got = in.read(buffer, offset, most);
        left -= left > 0 && got > 0 ? got : 0;
        return got;
    }

    @Override
    public InputStream getInputStream() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return readSome(buffer, offset, length);
            }
        };
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        var out = socket.getOutputStream();
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] buffer, int offset, int length) throws IOException {
                if (wrapped) {
                    flight.write(buffer, offset, length);
                } else {
                    out.write(buffer, offset, length);
                    out.flush();
                }
            }
        };
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public boolean isClosed() {
        return socket.isClosed();
    }

    @Override
    public InetAddress getInetAddress() {
        return socket.getInetAddress();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    @Override
    public void setSoTimeout(int milliseconds) throws SocketException {
        socket.setSoTimeout(milliseconds);
    }

    @Override
    public int getSoTimeout() throws SocketException {
        return socket.getSoTimeout();
    }

    @Override
    public void setTcpNoDelay(boolean on) throws SocketException {
        socket.setTcpNoDelay(on);
    }
}
