package training.powerbi.lakehouse.testing.tds;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What the driver says of itself before it may ask.
final class TdsLogin {
    private static final int EXTENSIONS_HERE = 0x10;
    private static final int FEDERATED = 2;
    private static final int SECURITY_TOKEN = 1;

    private final byte[] login;
    private final ByteBuffer buffer;

    TdsLogin(byte[] login) {
        this.login = login;
        this.buffer = ByteBuffer.wrap(login).order(ByteOrder.LITTLE_ENDIAN);
    }

    String database() {
        return new String(
                login, buffer.getShort(68) & 0xffff, 2 * (buffer.getShort(70) & 0xffff), StandardCharsets.UTF_16LE);
    }

    /// The token, when the driver sends it without being asked.
    Optional<String> token() {
        if ((login[27] & EXTENSIONS_HERE) == 0) {
            return Optional.empty();
        }
        int at = buffer.getInt(buffer.getShort(56) & 0xffff);
        while ((login[at] & 0xff) != 0xff) {
            if (login[at] == FEDERATED && login[at + 5] >> 1 == SECURITY_TOKEN) {
                return Optional.of(new String(login, at + 10, buffer.getInt(at + 6), StandardCharsets.UTF_16LE));
            }
            at += 5 + buffer.getInt(at + 1);
        }
        return Optional.empty();
    }

    /// Of the message that answers the question for one.
    static String sentToken(byte[] message) {
        int length = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
        return new String(message, 8, length, StandardCharsets.UTF_16LE);
    }

    static boolean isFederated(byte[] preLogin) {
        for (int at = 0; (preLogin[at] & 0xff) != 0xff; at += 5) {
            if (preLogin[at] == 6) {
                return true;
            }
        }
        return false;
    }
}
