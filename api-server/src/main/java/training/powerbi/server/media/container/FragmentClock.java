package training.powerbi.server.media.container;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// Counts how long the fragments of an MP4 play (ISO/IEC 14496-12, 8.8): each says when it begins, and for each of its
/// samples, or for all of them, how long they last.
final class FragmentClock {
    private static final int BASE_OFFSET = 0x1;
    private static final int DESCRIPTION = 0x2;
    private static final int DURATION = 0x8;
    private static final int DATA_OFFSET = 0x1;
    private static final int FIRST_FLAGS = 0x4;
    private static final int SAMPLE_DURATION = 0x100;
    private static final int SAMPLE_FIELDS = 0xF00;
    private static final int AT_ONCE = 16 * 1024;

    private final VideoBytes bytes;
    private final Map<Integer, Long> usualDurations = new HashMap<>();
    private final Map<Integer, Span> spans = new HashMap<>();
    private int track;
    private long sampleDuration;

    /// In ticks of its track.
    private static final class Span {
        private long begin = -1;
        private long end;
    }

    FragmentClock(VideoBytes bytes) {
        this.bytes = bytes;
    }

    /// `stts`: what the description holds by itself, before the first fragment.
    void before(int ofTrack, long from, long end) throws IOException {
        if (end - from < 8) {
            throw VideoBytes.damaged();
        }
        long count = Integer.toUnsignedLong(bytes.read(from, 8).getInt(4));
        if (count > (end - from - 8) / 8) {
            throw VideoBytes.damaged();
        }
        long ticks = 0;
        for (long entry = 0; entry < count; ) {
            int some = (int) Math.min(count - entry, AT_ONCE / 8);
            var entries = bytes.read(from + 8 + entry * 8, some * 8);
            for (int i = 0; i < some; i++) {
                ticks += Integer.toUnsignedLong(entries.getInt(i * 8))
                        * Integer.toUnsignedLong(entries.getInt(i * 8 + 4));
            }
            entry += some;
        }
        if (ticks > 0) {
            var span = spans.computeIfAbsent(ofTrack, _ -> new Span());
            span.begin = 0;
            span.end = ticks;
        }
    }

    /// `trex`: what fragments that say nothing mean.
    void usual(long from) throws IOException {
        var body = bytes.read(from, 16);
        usualDurations.put(body.getInt(4), Integer.toUnsignedLong(body.getInt(12)));
    }

    /// `tfhd`
    void begin(long from, long end) throws IOException {
        var body = bytes.peek(from, (int) Math.min(32, end - from));
        if (body.remaining() < 8) {
            throw VideoBytes.damaged();
        }
        int flags = body.getInt();
        track = body.getInt();
        int skipped = ((flags & BASE_OFFSET) != 0 ? 8 : 0) + ((flags & DESCRIPTION) != 0 ? 4 : 0);
        boolean says = (flags & DURATION) != 0 && body.remaining() >= skipped + 4;
        sampleDuration = says
                ? Integer.toUnsignedLong(body.getInt(body.position() + skipped))
                : usualDurations.getOrDefault(track, 0L);
    }

    /// `tfdt`
    void start(long ticks) {
        var span = span();
        if (span.begin < 0) {
            span.begin = Math.max(0, ticks);
        }
        span.end = Math.max(span.end, ticks);
    }

    /// `trun`
    void run(long from, long end) throws IOException {
        if (end - from < 8) {
            throw VideoBytes.damaged();
        }
        var head = bytes.read(from, 8);
        int flags = head.getInt();
        long count = Integer.toUnsignedLong(head.getInt());
        var span = span();
        if ((flags & SAMPLE_DURATION) == 0) {
            span.end += count * sampleDuration;
            return;
        }
        int size = 4 * Integer.bitCount(flags & SAMPLE_FIELDS);
        long first = from + 8 + ((flags & DATA_OFFSET) != 0 ? 4 : 0) + ((flags & FIRST_FLAGS) != 0 ? 4 : 0);
        if (count > (end - first) / size) {
            throw VideoBytes.damaged();
        }
        for (long sample = 0; sample < count; ) {
            int some = (int) Math.min(count - sample, AT_ONCE / size);
            var samples = bytes.read(first + sample * size, some * size);
            for (int i = 0; i < some; i++) {
                span.end += Integer.toUnsignedLong(samples.getInt(i * size));
            }
            sample += some;
        }
    }

    private Span span() {
        return spans.computeIfAbsent(track, _ -> new Span());
    }

    /// Of the track, in its ticks; 0 when there are no fragments of it.
    long played(int ofTrack) {
        var span = spans.get(ofTrack);
        return span == null ? 0 : span.end - Math.max(0, span.begin);
    }
}
