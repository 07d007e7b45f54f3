package training.powerbi.lakehouse.testing.tds;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The parts an answer is made of.
final class TdsTokens {
    private static final byte[] COLLATION = {0x09, 0x04, (byte) 0xd0, 0x00, 0x34};
    private static final byte[] VERSION = {12, 0, 0x07, (byte) 0xd0};
    private static final int LOGIN_LEVEL = 14;

    private TdsTokens() {}

    static byte[] preLogin(boolean federated) {
        int options = federated ? 3 : 2;
        int at = options * 5 + 1;
        var head = new TdsBytes();
        option(head, 0, at, 6);
        option(head, 1, at + 6, 1);
        if (federated) {
            option(head, 6, at + 7, 1);
        }
        head.u8(0xff).raw(VERSION).u16(0).u8(1);
        return (federated ? head.u8(1) : head).bytes();
    }

    private static void option(TdsBytes head, int id, int at, int length) {
        head.u8(id).u8(at >> 8).u8(at).u8(0).u8(length);
    }

    /// Tells the driver where to ask for a token, and for what.
    static byte[] tokenWanted() {
        var sts = "https://login.microsoftonline.com/tenant".getBytes(StandardCharsets.UTF_16LE);
        var spn = "https://database.windows.net/".getBytes(StandardCharsets.UTF_16LE);
        int head = 4 + 2 * 9;
        var body = new TdsBytes().u32(2).u8(1).u32(sts.length).u32(head).u8(2).u32(spn.length);
        body.u32(head + sts.length).raw(sts).raw(spn);
        var bytes = body.bytes();
        return new TdsBytes().u8(0xee).u32(bytes.length).raw(bytes).bytes();
    }

    static byte[] loggedIn(String database) {
        var ack = new TdsBytes()
                .u8(1)
                .raw(new byte[] {0x74, 0, 0, 4})
                .text("Microsoft SQL Server")
                .raw(VERSION);
        return new TdsBytes()
                .token(0xe3, new TdsBytes().u8(1).text(database).text("master"))
                .token(0xe3, new TdsBytes().u8(4).text("4096").text("4096"))
                .token(0xe3, new TdsBytes().u8(7).u8(5).raw(COLLATION).u8(0))
                .token(0xad, ack)
                .u8(0xae)
                .u8(2)
                .u32(0)
                .u8(0xff)
                .raw(done(0, 0))
                .bytes();
    }

    static byte[] failed(int level, TdsAnswer.Failure failure) {
        var text = failure.message();
        var body = new TdsBytes().u32(failure.number()).u8(1).u8(level).u16(text.length());
        body.raw(text.getBytes(StandardCharsets.UTF_16LE))
                .text("endpoint")
                .text("")
                .u32(1);
        return new TdsBytes().token(0xaa, body).raw(done(2, 0)).bytes();
    }

    static byte[] loginFailed(TdsAnswer.Failure failure) {
        return failed(LOGIN_LEVEL, failure);
    }

    static byte[] done(int status, long rows) {
        return new TdsBytes().u8(0xfd).u16(status).u16(0xc1).u64(rows).bytes();
    }

    static byte[] rows(TdsAnswer.Rows answer) {
        var out = new TdsBytes().u8(0x81).u16(answer.names().size());
        List<@Nullable Object> sample = answer.rows().isEmpty()
                ? Collections.nCopies(answer.names().size(), "")
                : answer.rows().getFirst();
        for (int i = 0; i < sample.size(); i++) {
            type(out.u32(0).u16(1), sample.get(i)).text(answer.names().get(i));
        }
        for (var row : answer.rows()) {
            out.u8(0xd1);
            row.forEach(value -> value(out, value));
        }
        return out.raw(done(0x10, answer.rows().size())).bytes();
    }

    private static TdsBytes type(TdsBytes out, @Nullable Object sample) {
        return switch (sample) {
            case Integer _ -> out.u8(0x26).u8(4);
            case Long _ -> out.u8(0x26).u8(8);
            case Double _ -> out.u8(0x6d).u8(8);
            case Boolean _ -> out.u8(0x68).u8(1);
            case null, default -> out.u8(0xe7).u16(8000).raw(COLLATION);
        };
    }

    private static void value(TdsBytes out, @Nullable Object value) {
        switch (value) {
            case null -> out.u16(0xffff);
            case Integer number -> out.u8(4).u32(number);
            case Long number -> out.u8(8).u64(number);
            case Double number -> out.u8(8).u64(Double.doubleToLongBits(number));
            case Boolean is -> out.u8(1).u8(is ? 1 : 0);
            default -> {
                var text = value.toString().getBytes(StandardCharsets.UTF_16LE);
                out.u16(text.length).raw(text);
            }
        }
    }
}
