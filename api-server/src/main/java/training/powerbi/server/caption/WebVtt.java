package training.powerbi.server.caption;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.error.PortalException;

/// Reads a WebVTT file as strictly as the standard asks authors to write it, so that a mistake is told to the
/// trainer, with its line, instead of silently losing cues in some browser.
final class WebVtt {
    /// The largest file: about 40 hours of speech.
    static final int MAX_BYTES = 2 * 1024 * 1024;

    private static final Pattern LINE_END = Pattern.compile("\r\n|\n|\r");
    private static final Pattern SIGNATURE = Pattern.compile("WEBVTT(?:[ \t].*)?");
    private static final Pattern COMMENT = Pattern.compile("NOTE(?:[ \t].*)?");
    private static final Pattern DEFINITION = Pattern.compile("(?:STYLE|REGION)[ \t]*");
    private static final Pattern MARKUP = Pattern.compile("</?[A-Za-z0-9][^>]*>");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final String[] lines;
    private final List<Cue> cues = new ArrayList<>();
    private int next;
    private long lastStart;

    private WebVtt(String[] lines) {
        this.lines = lines;
    }

    /// The cues in their order, at least one.
    ///
    /// @throws PortalException BAD_USER_INPUT naming the first line that is wrong
    static List<Cue> parse(byte[] file) {
        var text = decode(file);
        var content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return new WebVtt(LINE_END.split(content, -1)).read();
    }

    private static String decode(byte[] file) {
        var bytes = ByteBuffer.wrap(file);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            long line = 1;
            for (int i = 0; i < bytes.position(); i++) {
                line += file[i] == '\n' ? 1 : 0;
            }
            throw wrong(line, "this is not UTF-8; save the file with that encoding.");
        }
    }

    private List<Cue> read() {
        if (!SIGNATURE.matcher(lines[0]).matches()) {
            throw wrong(1, "a caption file begins with WEBVTT.");
        }
        next = 1;
        if (next < lines.length && !lines[next].isEmpty()) {
            throw wrong(next + 1L, "a blank line must follow WEBVTT.");
        }
        while (next < lines.length) {
            if (lines[next].isBlank()) {
                next++;
            } else {
                readBlock();
            }
        }
        if (cues.isEmpty()) {
            throw wrong(lines.length, "the file ends without a single cue.");
        }
        return List.copyOf(cues);
    }

    private void readBlock() {
        if (COMMENT.matcher(lines[next]).matches()) {
            skipBlock();
        } else if (DEFINITION.matcher(lines[next]).matches()) {
            if (!cues.isEmpty()) {
                throw wrong(next + 1L, "STYLE and REGION stand before the first cue.");
            }
            skipBlock();
        } else {
            readCue();
        }
    }

    private void skipBlock() {
        while (next < lines.length && !lines[next].isEmpty()) {
            if (lines[next].contains(CueTiming.ARROW)) {
                throw wrong(next + 1L, "a blank line is missing before this cue.");
            }
            next++;
        }
    }

    private void readCue() {
        if (!lines[next].contains(CueTiming.ARROW)) {
            // The cue's name.
            next++;
        }
        var timing = readTiming();
        var text = new ArrayList<String>();
        while (++next < lines.length && !lines[next].isEmpty()) {
            if (lines[next].contains(CueTiming.ARROW)) {
                throw wrong(next + 1L, "a blank line is missing before this cue.");
            }
            if (lines[next].indexOf('\0') >= 0) {
                throw wrong(next + 1L, "there is a NUL character in the text.");
            }
            text.add(lines[next]);
        }
        cues.add(new Cue(timing.startSeconds(), timing.endSeconds(), plain(text)));
    }

    private CueTiming readTiming() {
        var line = next < lines.length ? lines[next] : null;
        var timing = timing(line);
        if (timing.endMillis() <= timing.startMillis()) {
            throw wrong(next + 1L, "the cue ends before it starts.");
        }
        if (timing.startMillis() < lastStart) {
            throw wrong(next + 1L, "the cue starts before the one above it; put cues in order.");
        }
        lastStart = timing.startMillis();
        return timing;
    }

    private CueTiming timing(@Nullable String line) {
        if (line == null || !line.contains(CueTiming.ARROW)) {
            throw wrong(
                    Math.min(next + 1L, lines.length),
                    "a cue's time is expected here, such as 00:01.000 --> 00:04.500.");
        }
        return CueTiming.parse(line)
                .orElseThrow(() -> wrong(next + 1L, "this is no time of a cue; write 00:01.000 --> 00:04.500."));
    }

    private static String plain(List<String> lines) {
        var text = MARKUP.matcher(String.join(" ", lines)).replaceAll("");
        var unescaped = text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&lrm;", "")
                .replace("&rlm;", "")
                .replace("&amp;", "&");
        return BLANKS.matcher(unescaped).replaceAll(" ").strip();
    }

    private static PortalException wrong(long line, String sentence) {
        return PortalException.badInput("captions", "Line " + line + ": " + sentence);
    }
}
