package training.powerbi.server.progress;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import training.powerbi.server.progress.Intervals.Interval;

/// A set of seconds as text whose length is bounded by the film, however often someone jumped about in it: six
/// hours take at most 3,602 characters.
///
/// The text is base64url of a byte that names the form, and the form's bytes, whichever is shorter: [#BITMAP], a bit
/// for each second from the lowest bit of the first byte on; or [#RUNS], for each interval its distance from the end
/// of the one before and its length, seven bits to a byte, lowest first, the eighth bit saying that more follow.
final class SecondsText {
    private static final byte BITMAP = 1;
    private static final byte RUNS = 2;
    private static final int LOW_BITS = 0x7F;
    private static final int MORE = 0x80;
    private static final int BITS = 7;

    private SecondsText() {}

    static String write(Intervals seconds) {
        var runs = new ByteArrayOutputStream();
        runs.write(RUNS);
        int end = 0;
        for (var part : seconds.parts()) {
            number(runs, part.from() - end);
            number(runs, part.to() - part.from());
            end = part.to();
        }
        boolean shorter = runs.size() - 1 <= (end + 7L) / Byte.SIZE;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(shorter ? runs.toByteArray() : bitmap(seconds));
    }

    /// @throws IllegalArgumentException when the text is in no form known here
    static Intervals read(String text) {
        var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        try {
            byte form = bytes.get();
            return switch (form) {
                case BITMAP -> bits(BitSet.valueOf(bytes));
                case RUNS -> runs(bytes);
                default -> throw new IllegalArgumentException("Seconds in the unknown form " + form);
            };
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("Seconds that end too early", e);
        }
    }

    private static byte[] bitmap(Intervals seconds) {
        var bits = new BitSet();
        seconds.parts().forEach(part -> bits.set(part.from(), part.to()));
        byte[] map = bits.toByteArray();
        return ByteBuffer.allocate(map.length + 1).put(BITMAP).put(map).array();
    }

    private static Intervals bits(BitSet bits) {
        var parts = new ArrayList<Interval>();
        for (int from = bits.nextSetBit(0); from >= 0; ) {
            int to = bits.nextClearBit(from);
            parts.add(new Interval(from, to));
            from = bits.nextSetBit(to);
        }
        return new Intervals(parts);
    }

    private static Intervals runs(ByteBuffer bytes) {
        List<Interval> parts = new ArrayList<>();
        int end = 0;
        while (bytes.hasRemaining()) {
            int from = end + number(bytes);
            end = from + number(bytes);
            parts.add(new Interval(from, end));
        }
        return Intervals.NONE.plus(parts, Integer.MAX_VALUE);
    }

    private static void number(ByteArrayOutputStream bytes, int value) {
        int rest = value;
        while (rest > LOW_BITS) {
            bytes.write((rest & LOW_BITS) | MORE);
            rest >>>= BITS;
        }
        bytes.write(rest);
    }

    private static int number(ByteBuffer bytes) {
        int value = 0;
        for (int shift = 0; ; shift += BITS) {
            byte next = bytes.get();
            value |= (next & LOW_BITS) << shift;
            if ((next & MORE) == 0) {
                return value;
            }
        }
    }
}
