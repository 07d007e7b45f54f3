package training.powerbi.server.media.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// WebM, the web's part of Matroska: EBML elements within elements. Files written live do not say how large their
/// segment and clusters are, nor how long they play; the last block's time is taken then.
final class WebmReader {
    private static final int SEGMENT = 0x18538067;
    private static final int CLUSTER = 0x1F43B675;
    private static final int INFO = 0x1549A966;
    private static final int TRACKS = 0x1654AE6B;
    private static final int DOC_TYPE = 0x4282;
    private static final int TIMESTAMP = 0xE7;
    private static final int SIMPLE_BLOCK = 0xA3;
    private static final int BLOCK_GROUP = 0xA0;
    private static final int BLOCK = 0xA1;
    /// Everything else that may stand in a segment: seek head, cues, chapters, tags, attachments, void, checksum.
    private static final Set<Integer> IN_SEGMENT =
            Set.of(CLUSTER, INFO, TRACKS, 0x114D9B74, 0x1C53BB6B, 0x1043A770, 0x1254C367, 0x1941A469, 0xEC, 0xBF);
    private static final long UNKNOWN = -1;
    private static final int UNTOLD = -1;
    private static final int MOST_ELEMENTS = 20_000_000;

    private final VideoBytes bytes;
    private long scale = 1_000_000;
    private double duration;
    private long lastBlock;
    private int elements;
    private boolean played;
    private final Tracks tracks;
    private long trackType;
    private String codecId = "";
    private int vp9Profile;
    private long trackNumber;
    /// VP9 tracks that do not say their profile, which is told by the first picture then.
    private final Map<Long, Integer> untold = new HashMap<>();

    private boolean encrypted;
    private @Nullable Integer width;
    private @Nullable Integer height;

    WebmReader(VideoBytes bytes, Tracks tracks) {
        this.bytes = bytes;
        this.tracks = tracks;
    }

    private record Element(int id, long body, long size) {
        long end(long parentEnd) {
            return size == UNKNOWN ? parentEnd : body + size;
        }
    }

    private interface Visitor {
        void visit(Element element, long end) throws IOException;
    }

    VideoFacts read() throws IOException {
        var head = element(0, bytes.size());
        children(head.body(), head.end(bytes.size()), this::head);
        var segment = element(head.end(bytes.size()), bytes.size());
        if (segment.id() != SEGMENT) {
            throw VideoBytes.damaged();
        }
        long end = segment.end(bytes.size());
        segment(segment.body(), end);
        if (end != bytes.size()) {
            throw VideoBytes.damaged();
        }
        if (!played) {
            throw VideoBytes.cutOff();
        }
        tracks.requirePlayable();
        double ticks = duration > 0 ? duration : lastBlock;
        return VideoFacts.of(Container.WEBM, ticks * scale / 1e9, width, height)
                .implied(duration <= 0)
                .doubtful(tracks.doubtful());
    }

    private void head(Element element, long end) throws IOException {
        if (element.id() == DOC_TYPE
                && !StandardCharsets.ISO_8859_1
                        .decode(value(element))
                        .toString()
                        .equals("webm")) {
            throw VideoInspector.notVideo();
        }
    }

    private void segment(long from, long end) throws IOException {
        long position = from;
        while (position < end) {
            var element = element(position, end);
            if (!IN_SEGMENT.contains(element.id())) {
                throw VideoBytes.damaged();
            }
            position = element.end(end);
            if (element.id() == CLUSTER) {
                played = true;
                position = cluster(element, end);
            } else if (element.id() == INFO) {
                children(element.body(), position, this::info);
            } else if (element.id() == TRACKS) {
                children(element.body(), position, this::entries);
                tracks.requirePlayable();
            }
        }
    }

    /// Looks for the end of a cluster that does not say it, and for its last block if the file does not say its length.
    private long cluster(Element cluster, long segmentEnd) throws IOException {
        long end = cluster.end(segmentEnd);
        long position = cluster.body();
        if (duration > 0 && cluster.size() != UNKNOWN && untold.isEmpty()) {
            return end;
        }
        long begin = 0;
        while (position < end) {
            var child = element(position, end);
            if (cluster.size() == UNKNOWN && IN_SEGMENT.contains(child.id()) && child.id() != 0xEC) {
                return position;
            }
            switch (child.id()) {
                case TIMESTAMP -> {
                    begin = number(value(child));
                    lastBlock = Math.max(lastBlock, begin);
                }
                case SIMPLE_BLOCK -> block(child, begin);
                case BLOCK_GROUP -> blockGroup(child, begin);
                default -> {
                    // Nothing that has a time.
                }
            }
            position = child.end(end);
        }
        return end;
    }

    private void blockGroup(Element group, long begin) throws IOException {
        children(group.body(), group.end(group.body()), (child, _) -> {
            if (child.id() == BLOCK) {
                block(child, begin);
            }
        });
    }

    /// The number of its track, then its time, counted from the cluster's.
    private void block(Element block, long begin) throws IOException {
        if (block.size() >= 4) {
            var head = bytes.read(block.body(), (int) Math.min(block.size(), 5));
            // Files with more than 126 tracks are none of ours.
            if (head.get(0) < 0) {
                lastBlock = Math.max(lastBlock, begin + head.getShort(1));
                boolean oneFrame = (head.get(3) & 0x06) == 0;
                var track = untold.remove((long) head.get(0) & 0x7F);
                if (track != null && oneFrame && head.limit() > 4) {
                    tracks.correct(track, Mp4Codecs.vp9(profileOfPicture(head.get(4))));
                }
            }
        }
    }

    /// Two bits that mark a picture, then those of the profile, the lower first (VP9 bitstream, 6.2).
    private static int profileOfPicture(int first) {
        boolean picture = (first & 0xC0) == 0x80;
        return picture ? (first >> 5 & 1) | (first >> 3 & 2) : 0;
    }

    private void info(Element element, long end) throws IOException {
        if (element.id() == 0x2AD7B1) {
            scale = number(value(element));
        } else if (element.id() == 0x4489) {
            var value = value(element);
            duration = value.remaining() == 4 ? value.getFloat() : value.remaining() == 8 ? value.getDouble() : 0;
        }
    }

    private void entries(Element element, long end) throws IOException {
        if (element.id() == 0xAE) {
            trackType = 0;
            codecId = "";
            vp9Profile = UNTOLD;
            trackNumber = 0;
            encrypted = false;
            children(element.body(), end, this::track);
            if (trackType == 1 || trackType == 2) {
                int added = tracks.add(trackType == 1, codec());
                if (codecId.startsWith("V_VP9") && vp9Profile == UNTOLD) {
                    untold.put(trackNumber, added);
                }
            }
        }
    }

    private void track(Element element, long end) throws IOException {
        switch (element.id()) {
            case 0xD7 -> trackNumber = number(value(element));
            case 0x83 -> trackType = number(value(element));
            case 0x86 ->
                codecId = StandardCharsets.ISO_8859_1.decode(value(element)).toString();
            case 0x63A2 -> privateOfCodec(element);
            case 0xE0 -> children(element.body(), end, this::pictures);
            case 0x6D80 -> children(element.body(), end, this::encodings);
            default -> {
                // Nothing we need to know.
            }
        }
    }

    /// VP9 tells its profile by an entry of id 1.
    private void privateOfCodec(Element element) throws IOException {
        var value = bytes.read(element.body(), (int) Math.min(element.size(), 64));
        if (value.remaining() >= 3 && value.get(0) == 1 && value.get(1) == 1) {
            vp9Profile = value.get(2) & 0xFF;
        }
    }

    private void encodings(Element element, long end) throws IOException {
        if (element.id() == 0x6240) {
            children(element.body(), end, (child, _) -> encrypted |= child.id() == 0x5035);
        }
    }

    private Codec codec() {
        if (encrypted) {
            return Codec.refused("encrypted (protected against copying)");
        }
        return switch (codecId.replace("\0", "")) {
            case "V_VP8" -> Codec.played("VP8");
            case "V_VP9" -> Mp4Codecs.vp9(Math.max(vp9Profile, 0));
            case "V_AV1" -> Codec.warned("AV1");
            case "A_VORBIS" -> Codec.played("Vorbis");
            case "A_OPUS" -> Codec.played("Opus");
            case "V_MPEG4/ISO/AVC" -> Codec.refused("H.264 in a WebM file, where it does not belong");
            case "V_MPEGH/ISO/HEVC" -> Codec.refused("HEVC (H.265)");
            case "V_MPEG4/ISO/SP", "V_MPEG4/ISO/ASP", "V_MPEG4/ISO/AP" -> Codec.refused("MPEG-4 Part 2");
            case "V_THEORA" -> Codec.refused("Theora");
            default -> {
                var known = codecId.replaceAll("[^A-Za-z0-9/_.-]", "");
                yield Codec.refused(known.isEmpty() ? "of an unknown kind" : "of the kind '" + known + "'");
            }
        };
    }

    private void pictures(Element element, long end) throws IOException {
        if (element.id() == 0xB0) {
            width = pixels(element);
        } else if (element.id() == 0xBA) {
            height = pixels(element);
        }
    }

    private Integer pixels(Element element) throws IOException {
        return Math.clamp(number(value(element)), 0, 1 << 16);
    }

    private void children(long from, long end, Visitor visitor) throws IOException {
        long position = from;
        while (position < end) {
            var child = element(position, end);
            position = child.end(end);
            visitor.visit(child, position);
        }
    }

    private Element element(long position, long parentEnd) throws IOException {
        if (++elements > MOST_ELEMENTS) {
            throw VideoBytes.damaged();
        }
        var header = bytes.peek(position, 12);
        if (header.remaining() < 2) {
            throw VideoBytes.cutOff();
        }
        int idLength = Integer.numberOfLeadingZeros(header.get(0) & 0xff) - 23;
        if (idLength > 4 || header.remaining() <= idLength) {
            throw VideoBytes.damaged();
        }
        int id = (int) number(header.slice(0, idLength));
        int first = header.get(idLength) & 0xff;
        int sizeLength = Integer.numberOfLeadingZeros(first) - 23;
        if (sizeLength > 8 || header.remaining() < idLength + sizeLength) {
            throw VideoBytes.damaged();
        }
        long mask = (1L << (7 * sizeLength)) - 1;
        long size = number(header.slice(idLength, sizeLength)) & mask;
        long body = position + idLength + sizeLength;
        if (size == mask) {
            if (id != SEGMENT && id != CLUSTER) {
                throw VideoBytes.damaged();
            }
            return new Element(id, body, UNKNOWN);
        }
        if (size > parentEnd - body) {
            throw VideoBytes.cutOff();
        }
        return new Element(id, body, size);
    }

    private ByteBuffer value(Element element) throws IOException {
        if (element.size() > 64) {
            throw VideoBytes.damaged();
        }
        return bytes.read(element.body(), (int) element.size());
    }

    private static long number(ByteBuffer value) {
        long number = 0;
        for (int i = value.position(); i < value.limit(); i++) {
            number = (number << 8) | (value.get(i) & 0xff);
        }
        return number;
    }
}
