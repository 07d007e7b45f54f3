package training.powerbi.server.media.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// MP4 (ISO/IEC 14496-12) and QuickTime, of which it came: a row of boxes that must fill the file exactly. A box may
/// claim any size; none is believed beyond its parent's end.
final class Mp4Reader {
    private static final int MOST_BOXES = 2_000_000;
    private static final int DEEPEST = 8;
    private static final int MOST_TRACKS = 1_000;

    private final VideoBytes bytes;
    private final Mp4Codecs codecs;
    private final FragmentClock fragments;
    private final Tracks tracks;
    private final Map<Integer, Header> played = new LinkedHashMap<>();
    private int boxes;
    private Header movie = new Header(0, 0);
    private double promised;
    private boolean described;
    private boolean content;
    private boolean fragmented;
    private @Nullable Integer width;
    private @Nullable Integer height;
    private int track;
    private Header media = new Header(0, 0);
    private String kind = "";

    Mp4Reader(VideoBytes bytes, Tracks tracks) {
        this.bytes = bytes;
        this.tracks = tracks;
        this.codecs = new Mp4Codecs(bytes);
        this.fragments = new FragmentClock(bytes);
    }

    /// @throws training.powerbi.model.error.PortalException UNSUPPORTED_MEDIA_TYPE as soon as the codecs are known and
    /// are none that browsers play
    VideoFacts read() throws IOException {
        children(0, bytes.size(), 0);
        if (!described || !content) {
            throw VideoBytes.cutOff();
        }
        double counted = played.entrySet().stream()
                .mapToDouble(entry -> entry.getValue().seconds(fragments.played(entry.getKey())))
                .max()
                .orElse(0);
        double stated = movie.seconds() > 0
                ? movie.seconds()
                : played.values().stream().mapToDouble(Header::seconds).max().orElse(0);
        boolean counts = fragmented && counted > 0;
        return VideoFacts.of(Container.MP4, counts ? counted : Math.max(stated, promised), width, height)
                .implied(counts && Math.max(promised, movie.seconds()) < counted - 1)
                .doubtful(tracks.doubtful());
    }

    private void children(long from, long end, int depth) throws IOException {
        long position = from;
        while (position < end) {
            if (end - position < 8 && depth > 0) {
                // QuickTime ends some of its lists with a zero.
                return;
            }
            if (end - position < 8 || ++boxes > MOST_BOXES || depth > DEEPEST) {
                throw VideoBytes.damaged();
            }
            var header = bytes.peek(position, 16);
            if (header.remaining() < 8) {
                throw VideoBytes.cutOff();
            }
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
        switch (Mp4Codecs.name(type)) {
            case "moov" -> {
                described = true;
                children(from, end, depth);
                tracks.requirePlayable();
            }
            case "moof" -> {
                content = true;
                fragmented = true;
                children(from, end, depth);
            }
            case "mdat" -> content = true;
            case "trak" -> {
                kind = "";
                children(from, end, depth);
            }
            case "mdia", "minf", "stbl", "mvex", "traf" -> children(from, end, depth);
            case "mvhd" -> movie = header(from, end);
            case "mdhd" -> media = header(from, end);
            case "mehd" -> promised(from, end);
            case "tkhd" -> trackHeader(from, end);
            case "hdlr" -> {
                // QuickTime has a second one, further in, that says where the bytes are.
                kind = kind.isEmpty() ? Mp4Codecs.name(body(from, end, 12).getInt(8)) : kind;
            }
            case "stsd" -> descriptions(from, end);
            case "stts" -> fragments.before(track, from, end);
            case "trex" -> {
                body(from, end, 16);
                fragments.usual(from);
            }
            case "tfhd" -> fragments.begin(from, end);
            case "tfdt" -> fragmentStart(from, end);
            case "trun" -> fragments.run(from, end);
            default -> {
                // Nothing we need to know.
            }
        }
    }

    private record Header(long timescale, long duration) {
        double seconds() {
            return seconds(duration);
        }

        double seconds(long ticks) {
            return timescale > 0 && ticks > 0 ? (double) ticks / timescale : 0;
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

    /// The first description is what a track begins with; browsers do not follow a change.
    private void descriptions(long from, long end) throws IOException {
        boolean pictures = kind.equals("vide");
        if (!pictures && !kind.equals("soun")) {
            return;
        }
        var head = body(from, end, 16);
        long size = Integer.toUnsignedLong(head.getInt(8));
        if (head.getInt(4) < 1 || size < 16 || size > end - from - 8 || played.size() == MOST_TRACKS) {
            throw VideoBytes.damaged();
        }
        played.put(track, media);
        tracks.add(pictures, codecs.of(Mp4Codecs.name(head.getInt(12)), from + 8, from + 8 + size));
    }

    private void promised(long from, long end) throws IOException {
        boolean wide = body(from, end, 4).get(0) == 1;
        var body = body(from, end, wide ? 12 : 8);
        promised = Math.max(promised, movie.seconds(wide ? body.getLong(4) : Integer.toUnsignedLong(body.getInt(4))));
    }

    private void fragmentStart(long from, long end) throws IOException {
        boolean wide = body(from, end, 4).get(0) == 1;
        var body = body(from, end, wide ? 12 : 8);
        fragments.start(wide ? body.getLong(4) : Integer.toUnsignedLong(body.getInt(4)));
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
}
