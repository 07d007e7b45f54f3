package training.powerbi.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// An MP4 of any size whose content is noise, made as it is sent.
record BigVideo(long content) {
    private static final int BLOCK = 1024 * 1024;

    static BigVideo ofMebibytes(long mebibytes) {
        return new BigVideo(mebibytes * BLOCK);
    }

    long size() {
        return head().length + content;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(head());
        var block = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            block[i] = (byte) (i * 31 + (i >> 8) * 7 + (i >> 16));
        }
        for (long left = content; left > 0; left -= BLOCK) {
            out.write(block, 0, (int) Math.min(BLOCK, left));
        }
    }

    private byte[] head() {
        var movie = box(
                "mvhd",
                ByteBuffer.allocate(100).putInt(12, 1000).putInt(16, 5_400_000).array());
        var kind = ByteBuffer.allocate(25)
                .put(8, "vide".getBytes(StandardCharsets.US_ASCII))
                .array();
        var pictures = box("avc1", new byte[78], box("avcC", new byte[] {1, 66, 0, 30, (byte) 0xff, (byte) 0xe0, 0}));
        var one = ByteBuffer.allocate(8).putInt(4, 1).array();
        var track = box("trak", box("mdia", box("hdlr", kind), box("minf", box("stbl", box("stsd", one, pictures)))));
        var type = box("ftyp", "isom0000isommp41".getBytes(StandardCharsets.US_ASCII));
        var moov = box("moov", movie, track);
        return ByteBuffer.allocate(type.length + moov.length + 16)
                .put(type)
                .put(moov)
                .putInt(1)
                .put("mdat".getBytes(StandardCharsets.US_ASCII))
                .putLong(content + 16)
                .array();
    }

    private static byte[] box(String name, byte[]... parts) {
        int length = 8;
        for (var part : parts) {
            length += part.length;
        }
        var box = ByteBuffer.allocate(length).putInt(length).put(name.getBytes(StandardCharsets.US_ASCII));
        for (var part : parts) {
            box.put(part);
        }
        return box.array();
    }
}
