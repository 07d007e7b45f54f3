package training.powerbi.server.caption.webvtt;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.error.PortalException;

/// The lines of a caption file, whatever encoding the program that wrote it used: UTF-8, UTF-16, or what Windows wrote
/// before those in western Europe. What is plainly none of these is refused: wrong letters would be shown, and found by
/// nobody.
final class CaptionText {
    private static final Charset OLD_WINDOWS = Charset.forName("windows-1252");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CaptionText() {}

    /// At least one line.
    ///
    /// @throws PortalException BAD_USER_INPUT naming the first line that is no text
    static List<String> lines(byte[] file) {
        return split(decode(file));
    }

    private static String decode(byte[] file) {
        var utf16 = utf16(file);
        if (utf16 != null) {
            return new String(file, utf16);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return decodeOld(file);
        }
    }

    /// By its mark, or by the zeros beside the first letter, which is of ASCII in every format.
    private static @Nullable Charset utf16(byte[] file) {
        if (file.length < 2) {
            return null;
        }
        int first = (file[0] & 0xFF) << 8 | (file[1] & 0xFF);
        boolean little = first == 0xFFFE || (file[0] != 0 && file[1] == 0);
        boolean big = first == 0xFEFF || (file[0] == 0 && file[1] != 0);
        return little ? StandardCharsets.UTF_16LE : big ? StandardCharsets.UTF_16BE : null;
    }

    /// Any bytes are letters to an encoding of one byte each, so those that no caption has give other files away.
    private static String decodeOld(byte[] file) {
        int line = 1;
        for (byte letter : file) {
            line += letter == '\n' ? 1 : 0;
            if (letter >= 0 && letter < ' ' && "\t\n\r\f".indexOf(letter) < 0) {
                throw noText(line);
            }
        }
        var text = new String(file, OLD_WINDOWS);
        int unmapped = text.indexOf('\uFFFD');
        if (unmapped >= 0) {
            throw noText(line(text, unmapped));
        }
        int strange = OldLetters.strange(file, text);
        if (strange >= 0) {
            throw WebVtt.wrong(
                    line(text, strange),
                    "this is not UTF-8, and no reader would show its letters; save the captions" + " as UTF-8.");
        }
        return text;
    }

    private static int line(String text, int at) {
        return 1 + (int) text.chars().limit(at).filter(letter -> letter == '\n').count();
    }

    private static PortalException noText(int line) {
        return WebVtt.wrong(line, "this is no text; save the captions as WebVTT or SRT in UTF-8.");
    }

    private static List<String> split(String text) {
        var lines = new ArrayList<String>();
        int from = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        for (int at = from; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == '\n' || letter == '\r') {
                lines.add(text.substring(from, at));
                at += letter == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n' ? 1 : 0;
                from = at + 1;
            }
        }
        lines.add(text.substring(from));
        return lines;
    }
}
