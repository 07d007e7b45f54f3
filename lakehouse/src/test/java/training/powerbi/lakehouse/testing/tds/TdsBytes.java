package training.powerbi.lakehouse.testing.tds;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Bytes as TDS counts them: little end first, texts in UTF-16.
final class TdsBytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    TdsBytes u8(int value) {
        out.write(value);
        return this;
    }

    TdsBytes u16(int value) {
        return u8(value).u8(value >> 8);
    }

    TdsBytes u32(int value) {
        return u16(value).u16(value >> 16);
    }

    TdsBytes u64(long value) {
        return u32((int) value).u32((int) (value >> 32));
    }

    TdsBytes raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /// A text after its length in a byte.
    TdsBytes text(String text) {
        return u8(text.length()).raw(text.getBytes(StandardCharsets.UTF_16LE));
    }

    /// A token whose body follows its length.
    TdsBytes token(int token, TdsBytes body) {
        var bytes = body.bytes();
        return u8(token).u16(bytes.length).raw(bytes);
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
