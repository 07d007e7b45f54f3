package training.powerbi.server.media.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Ogg (RFC 3533): a row of pages that must fill the file exactly; each stream's last page says how long it plays.
final class OggReader {
    private static final int OGGS = 0x4F676753;
    private static final int FIRST_PAGE = 2;
    private static final int HEADER = 27;

    private final VideoBytes bytes;
    private final Map<Integer, Clock> clocks = new HashMap<>();
    private double seconds;
    private @Nullable Integer width;
    private @Nullable Integer height;

    OggReader(VideoBytes bytes) {
        this.bytes = bytes;
    }

    /// How a stream counts.
    private interface Clock {
        double seconds(long position);
    }

    VideoFacts read() throws IOException {
        long position = 0;
        while (position < bytes.size()) {
            position = page(position);
        }
        if (clocks.isEmpty()) {
            throw VideoInspector.notVideo();
        }
        return VideoFacts.of(Container.OGG, seconds, width, height);
    }

    private long page(long position) throws IOException {
        var header = bytes.peek(position, HEADER + 255);
        if (header.remaining() < HEADER) {
            throw VideoBytes.cutOff();
        }
        if (header.getInt(0) != OGGS || header.get(4) != 0) {
            throw VideoBytes.damaged();
        }
        int segments = header.get(26) & 0xff;
        if (header.remaining() < HEADER + segments) {
            throw VideoBytes.cutOff();
        }
        int length = 0;
        for (int i = 0; i < segments; i++) {
            length += header.get(HEADER + i) & 0xff;
        }
        long body = position + HEADER + segments;
        if (length > bytes.size() - body) {
            throw VideoBytes.cutOff();
        }
        header.order(ByteOrder.LITTLE_ENDIAN);
        int stream = header.getInt(14);
        if ((header.get(5) & FIRST_PAGE) != 0) {
            begin(stream, bytes.read(body, Math.min(length, 64)));
        }
        long counted = header.getLong(6);
        var clock = clocks.get(stream);
        if (clock != null && counted > 0) {
            seconds = Math.max(seconds, clock.seconds(counted));
        }
        return body + length;
    }

    private void begin(int stream, ByteBuffer packet) {
        var name = StandardCharsets.ISO_8859_1.decode(packet.duplicate()).toString();
        if (name.startsWith("\u0080theora") && packet.remaining() >= 42) {
            width = packet.getInt(14) >>> 8;
            height = packet.getInt(17) >>> 8;
            double rate = Integer.toUnsignedLong(packet.getInt(22)) / (double) Math.max(1, packet.getInt(26));
            int shift = (packet.getShort(40) >> 5) & 31;
            clocks.put(stream, at -> rate > 0 ? ((at >>> shift) + (at & ((1L << shift) - 1))) / rate : 0);
        } else if (name.startsWith("\u0001vorbis") && packet.remaining() >= 16) {
            long rate =
                    Integer.toUnsignedLong(packet.order(ByteOrder.LITTLE_ENDIAN).getInt(12));
            clocks.put(stream, at -> rate > 0 ? (double) at / rate : 0);
        } else if (name.startsWith("OpusHead")) {
            clocks.put(stream, at -> at / 48_000.0);
        }
    }
}
