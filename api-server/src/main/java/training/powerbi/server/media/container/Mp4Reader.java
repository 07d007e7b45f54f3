package training.powerbi.server.media.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// MP4 (ISO/IEC 14496-12): a row of boxes that must fill the file exactly. A box may claim any size; none is believed
/// beyond its parent's end.
final class Mp4Reader {
    private static final int QUICKTIME = 0x71742020;
    private static final int MOST_BOXES = 2_000_000;
    private static final int DEEPEST = 6;

    private final VideoBytes bytes;
    private final Map<Integer, Long> timescales = new HashMap<>();
    private int boxes;
    private long timescale;
    private double seconds;
    private double fragmentSeconds;
    private boolean described;
    private boolean played;
    private boolean tracked;
    private @Nullable Integer width;
    private @Nullable Integer height;
    private int track;

    Mp4Reader(VideoBytes bytes) {
        this.bytes = bytes;
    }

    static boolean isQuickTime(int brand) {
        return brand == QUICKTIME;
    }

    VideoFacts read() throws IOException {
        children(0, bytes.size(), 0);
        if (!described || !played) {
            throw VideoBytes.cutOff();
        }
        if (!tracked) {
            throw VideoInspector.notVideo();
        }
        return VideoFacts.of(Container.MP4, seconds > 0 ? seconds : fragmentSeconds, width, height);
    }

    private void children(long from, long end, int depth) throws IOException {
        long position = from;
        while (position < end) {
            if (end - position < 8 || ++boxes > MOST_BOXES || depth > DEEPEST) {
                throw VideoBytes.damaged();
            }
            var header = bytes.peek(position, 16);
            long size = Integer.toUnsignedLong(header.getInt());
            int type = header.getInt();
            long body = position + 8;
            if (size == 1) {
                if (header.remaining() < 8) {
                    throw VideoBytes.cutOff();
                }
                size = header.getLong();
                body += 8;
            } else if (size == 0 && depth == 0) {
                size = end - position;
            }
            if (!isName(type) || size < body - position) {
                throw VideoBytes.damaged();
            }
            if (size > end - position) {
                throw VideoBytes.cutOff();
            }
            box(type, body, position + size, depth + 1);
            position += size;
        }
    }

    private void box(int type, long from, long end, int depth) throws IOException {
        switch (name(type)) {
            case "moov" -> {
                described = true;
                children(from, end, depth);
            }
            case "moof" -> {
                played = true;
                children(from, end, depth);
            }
            case "mdat" -> played = true;
            case "trak", "mdia", "mvex", "traf" -> children(from, end, depth);
            case "mvhd" -> {
                var movie = header(from, end);
                timescale = movie.timescale();
                seconds = movie.seconds();
            }
            case "mdhd" -> timescales.put(track, header(from, end).timescale());
            case "mehd" -> fragmentSeconds(from, end);
            case "tkhd" -> trackHeader(from, end);
            case "hdlr" -> handler(from, end);
            case "tfhd" -> track = body(from, end, 8).getInt(4);
            case "tfdt" -> fragmentStart(from, end);
            default -> {
                // Nothing we need to know.
            }
        }
    }

    private record Header(long timescale, long duration) {
        double seconds() {
            return timescale > 0 && duration > 0 ? (double) duration / timescale : 0;
        }
    }

    private Header header(long from, long end) throws IOException {
        boolean wide = body(from, end, 4).get(0) == 1;
        var body = body(from, end, wide ? 32 : 20);
        long timescale = Integer.toUnsignedLong(body.getInt(wide ? 20 : 12));
        long duration = wide ? body.getLong(24) : Integer.toUnsignedLong(body.getInt(16));
        // All ones: not known.
        return new Header(timescale, !wide && duration == 0xFFFF_FFFFL ? 0 : duration);
    }

    private void trackHeader(long from, long end) throws IOException {
        boolean wide = body(from, end, 4).get(0) == 1;
        var body = body(from, end, wide ? 96 : 84);
        track = body.getInt(wide ? 20 : 12);
        int trackWidth = body.getInt(wide ? 88 : 76) >>> 16;
        int trackHeight = body.getInt(wide ? 92 : 80) >>> 16;
        if (trackWidth > 0 && trackHeight > 0 && width == null) {
            width = trackWidth;
            height = trackHeight;
        }
    }

    private void handler(long from, long end) throws IOException {
        var kind = name(body(from, end, 12).getInt(8));
        tracked |= kind.equals("vide") || kind.equals("soun");
    }

    private void fragmentSeconds(long from, long end) throws IOException {
        boolean wide = body(from, end, 4).get(0) == 1;
        var body = body(from, end, wide ? 12 : 8);
        long duration = wide ? body.getLong(4) : Integer.toUnsignedLong(body.getInt(4));
        fragmentSeconds = Math.max(fragmentSeconds, new Header(timescale, duration).seconds());
    }

    /// Files written live say nowhere how long they are, but each fragment says when it begins.
    private void fragmentStart(long from, long end) throws IOException {
        boolean wide = body(from, end, 4).get(0) == 1;
        var body = body(from, end, wide ? 12 : 8);
        long start = wide ? body.getLong(4) : Integer.toUnsignedLong(body.getInt(4));
        var scale = timescales.get(track);
        if (scale != null) {
            fragmentSeconds = Math.max(fragmentSeconds, new Header(scale, start).seconds());
        }
    }

    private ByteBuffer body(long from, long end, int length) throws IOException {
        if (end - from < length) {
            throw VideoBytes.damaged();
        }
        return bytes.read(from, length);
    }

    private static boolean isName(int type) {
        for (int shift = 0; shift < 32; shift += 8) {
            int character = (type >>> shift) & 0xff;
            // 0xA9 is the sign that names of annotations begin with.
            if ((character < ' ' || character > '~') && character != 0xa9) {
                return false;
            }
        }
        return true;
    }

    private static String name(int type) {
        return new String(ByteBuffer.allocate(Integer.BYTES).putInt(type).array(), StandardCharsets.ISO_8859_1);
    }
}
