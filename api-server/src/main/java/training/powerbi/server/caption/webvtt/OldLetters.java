package training.powerbi.server.caption.webvtt;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/// Whether bytes that are not UTF-8 can be what Windows wrote in western Europe. Nothing says so in a file, and to that
/// encoding any bytes are letters; but its languages have words of plain letters with an accent here and there.
final class OldLetters {
    /// No western word has as many letters with accents, one behind the other.
    private static final int MOST_ACCENTS = 2;
    /// Nor has a sentence so many quotes, dashes and letters.
    private static final int MOST_SIGNS = 3;
    /// Where other encodings have letters, between which these never stand: `mog³a` is the `mogła` of another.
    private static final String NEVER_INSIDE = "¹²³¼½¾¿¡£¥¤¦§¬±¶¸";

    private OldLetters() {}

    /// Where the first letter stands that gives another encoding away; -1 when there is none.
    ///
    /// @param text the same in the letters of western Windows, one for each byte
    static int strange(byte[] file, String text) {
        int broken = brokenUtf8(file);
        return broken >= 0 ? broken : foreign(text);
    }

    /// The first byte that is not UTF-8 in a file that otherwise is; -1 for another file.
    private static int brokenUtf8(byte[] file) {
        var bytes = ByteBuffer.wrap(file);
        var letters = CharBuffer.allocate(file.length);
        var decoder = StandardCharsets.UTF_8.newDecoder();
        int first = -1;
        int broken = 0;
        for (var result = decoder.decode(bytes, letters, true);
                result.isMalformed();
                result = decoder.decode(bytes, letters, true)) {
            first = first < 0 ? bytes.position() : first;
            broken++;
            bytes.position(bytes.position() + result.length());
        }
        long wide = letters.flip().chars().filter(letter -> letter >= 128).count();
        return wide > 0 && wide >= broken ? first : -1;
    }

    private static int foreign(String text) {
        int accents = 0;
        int signs = 0;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            boolean wide = letter >= 128;
            // As in `Äääh` or a row of dashes.
            boolean repeats = at > 0 && Character.toLowerCase(letter) == Character.toLowerCase(text.charAt(at - 1));
            int more = repeats ? 0 : 1;
            accents = wide && Character.isLetter(letter) ? accents + more : 0;
            signs = wide ? signs + more : 0;
            if (accents > MOST_ACCENTS || signs > MOST_SIGNS || isInside(text, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isInside(String text, int at) {
        return at > 0
                && at + 1 < text.length()
                && NEVER_INSIDE.indexOf(text.charAt(at)) >= 0
                && Character.isLetter(text.charAt(at - 1))
                && Character.isLetter(text.charAt(at + 1));
    }
}
