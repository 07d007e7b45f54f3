package training.powerbi.server.transfer;

import java.util.Arrays;

/// A sequence of bytes to be found in others, after Boyer, Moore and Horspool: of most bytes it need not look at one.
final class Delimiter {
    private final byte[] text;
    private final int[] steps = new int[256];

    Delimiter(byte[] text) {
        this.text = text.clone();
        int last = text.length - 1;
        Arrays.fill(steps, text.length);
        for (int i = 0; i < last; i++) {
            steps[text[i] & 0xff] = last - i;
        }
    }

    int length() {
        return text.length;
    }

    /// Where it begins first, in the bytes from `from` up to and without `to`; -1 when it is not there whole.
    int find(byte[] bytes, int from, int to) {
        int last = text.length - 1;
        byte lastByte = text[last];
        int end = from + last;
        while (end < to) {
            byte here = bytes[end];
            if (here == lastByte && matches(bytes, end - last, last)) {
                return end - last;
            }
            end += steps[here & 0xff];
        }
        return -1;
    }

    /// How many of the last bytes may be its beginning, when it is not in them whole.
    int begun(byte[] bytes, int from, int to) {
        for (int count = Math.min(text.length - 1, to - from); count > 0; count--) {
            if (matches(bytes, to - count, count)) {
                return count;
            }
        }
        return 0;
    }

    private boolean matches(byte[] bytes, int at, int count) {
        return Arrays.equals(bytes, at, at + count, text, 0, count);
    }
}
