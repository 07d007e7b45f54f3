package training.powerbi.server.media.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// WebM, the web's part of Matroska: EBML elements within elements. Files written live do not say how large their
/// segment and clusters are, nor how long they play; the last cluster's time is taken then.
final class WebmReader {
    private static final int SEGMENT = 0x18538067;
    private static final int CLUSTER = 0x1F43B675;
    private static final int INFO = 0x1549A966;
    private static final int TRACKS = 0x1654AE6B;
    private static final int DOC_TYPE = 0x4282;
    private static final int TIMESTAMP = 0xE7;
    /// Everything else that may stand in a segment: seek head, cues, chapters, tags, attachments, void, checksum.
    private static final Set<Integer> IN_SEGMENT =
            Set.of(CLUSTER, INFO, TRACKS, 0x114D9B74, 0x1C53BB6B, 0x1043A770, 0x1254C367, 0x1941A469, 0xEC, 0xBF);
    private static final long UNKNOWN = -1;

    private final VideoBytes bytes;
    private long scale = 1_000_000;
    private double duration;
    private long lastCluster;
    private boolean played;
    private boolean tracked;
    private @Nullable Integer width;
    private @Nullable Integer height;

    WebmReader(VideoBytes bytes) {
        this.bytes = bytes;
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
        if (!tracked || !played) {
            throw VideoBytes.cutOff();
        }
        double ticks = duration > 0 ? duration : lastCluster;
        return VideoFacts.of(Container.WEBM, ticks * scale / 1e9, width, height);
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
            }
        }
    }

    /// Looks for the cluster's time, and for its end if it does not say.
    private long cluster(Element cluster, long segmentEnd) throws IOException {
        long end = cluster.end(segmentEnd);
        long position = cluster.body();
        while (position < end) {
            var child = element(position, end);
            if (cluster.size() == UNKNOWN && IN_SEGMENT.contains(child.id()) && child.id() != 0xEC) {
                return position;
            }
            if (child.id() == TIMESTAMP) {
                lastCluster = Math.max(lastCluster, number(value(child)));
                if (cluster.size() != UNKNOWN) {
                    return end;
                }
            }
            position = child.end(end);
        }
        return end;
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
            children(element.body(), end, this::track);
        }
    }

    private void track(Element element, long end) throws IOException {
        if (element.id() == 0x83) {
            long kind = number(value(element));
            tracked |= kind == 1 || kind == 2;
        } else if (element.id() == 0xE0) {
            children(element.body(), end, this::pictures);
        }
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
