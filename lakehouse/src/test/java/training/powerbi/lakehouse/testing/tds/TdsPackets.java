package training.powerbi.lakehouse.testing.tds;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/// Messages cut into packets of at most 4,096 bytes.
final class TdsPackets {
    static final int ANSWER = 4;
    static final int ATTENTION = 6;
    static final int TLS = 0x12;

    private static final int HEAD = 8;
    private static final int BODY = 4088;

    static final class Message {
        private final int type;
        private final byte[] body;

        private Message(int type, byte[] body) {
            this.type = type;
            this.body = body;
        }

        int type() {
            return type;
        }

        byte[] body() {
            return body;
        }
    }

    private TdsPackets() {}

    static Message read(InputStream in) throws IOException {
        var body = new ByteArrayOutputStream();
        var data = new DataInputStream(in);
        while (true) {
            int type = data.readUnsignedByte();
            int status = data.readUnsignedByte();
            int length = data.readUnsignedShort();
            data.skipNBytes(4);
            body.write(data.readNBytes(length - HEAD));
            if ((status & 1) != 0) {
                return new Message(type, body.toByteArray());
            }
        }
    }

    static void answer(OutputStream out, byte[] body) throws IOException {
        write(out, ANSWER, body, true);
    }

    /// @param whole whether the last packet says that it is the last
    static void write(OutputStream out, int type, byte[] body, boolean whole) throws IOException {
        int at = 0;
        int id = 1;
        do {
            int length = Math.min(BODY, body.length - at);
            int last = whole && at + length == body.length ? 1 : 0;
            var packet =
                    new TdsBytes().u8(type).u8(last).u8((length + HEAD) >> 8).u8(length + HEAD);
            packet.u8(0).u8(52).u8(id++).u8(0).raw(Arrays.copyOfRange(body, at, at + length));
            out.write(packet.bytes());
            at += length;
        } while (at < body.length);
        out.flush();
    }
}
