package training.powerbi.server.caption.webvtt;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.error.PortalException;

/// Reads captions as browsers and players read them, whatever program wrote them: WebVTT, SubRip, SBV. What each of
/// those would skip is skipped; an error is told, with its line, only where a cue is meant that nobody can read.
/// Takes time in proportion to the file.
public final class WebVtt {
    /// The largest file: about 40 hours of speech.
    public static final int MAX_BYTES = 2 * 1024 * 1024;

    /// The largest that [#write] makes of it: escapes, long times.
    public static final int MAX_WRITTEN_BYTES = 6 * MAX_BYTES;

    private static final String SIGNATURE = "WEBVTT";

    private final List<String> lines;
    private final List<Cue> cues = new ArrayList<>();
    private final List<String> text = new ArrayList<>();
    private @Nullable CueTiming timing;
    private boolean webVtt;
    private boolean sbv;
    private int next;

    private WebVtt(List<String> lines) {
        this.lines = lines;
    }

    /// The cues by their beginning, at least one.
    ///
    /// @throws PortalException BAD_USER_INPUT naming the first line that nobody can read
    public static List<Cue> parse(byte[] file) {
        return new WebVtt(CaptionText.lines(file)).read();
    }

    /// The file as the standard has it.
    public static byte[] write(List<Cue> cues) {
        var file = new StringBuilder(SIGNATURE).append('\n');
        for (var cue : cues) {
            file.append('\n').append(cue.timing().line()).append('\n');
            file.append(cue.markup()).append('\n');
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    static PortalException wrong(long line, String sentence) {
        return PortalException.badInput("captions", "Line " + line + ": " + sentence);
    }

    private List<Cue> read() {
        skipBlankLines();
        webVtt = next < lines.size() && isSignature(lines.get(next));
        while (next < lines.size()) {
            readBlock();
            skipBlankLines();
        }
        endCue();
        if (cues.isEmpty()) {
            throw webVtt
                    ? wrong(lines.size(), "the file ends without a single cue.")
                    : wrong(1, "this is neither WebVTT nor SRT; save the captions as one of these.");
        }
        return cues.stream()
                .sorted(Comparator.comparingLong(cue -> cue.timing().startMillis()))
                // Pieces of a stream, put one behind the other, repeat what reaches over their ends.
                .distinct()
                .toList();
    }

    private static boolean isSignature(String line) {
        return line.regionMatches(true, 0, SIGNATURE, 0, SIGNATURE.length())
                && (line.length() == SIGNATURE.length() || Character.isWhitespace(line.charAt(SIGNATURE.length())));
    }

    private void skipBlankLines() {
        while (next < lines.size() && lines.get(next).isBlank()) {
            next++;
        }
    }

    /// Lines up to a blank one: a cue, whose time stands in the first or second line, or what is said of the file. In
    /// SubRip it may be more of the text of the cue before.
    private void readBlock() {
        int first = next;
        boolean comment = isComment(lines.get(first));
        for (; next < lines.size() && !lines.get(next).isEmpty(); next++) {
            var line = lines.get(next);
            var found = timing(line);
            if (found.isPresent()) {
                goOn(lines.subList(first, next));
                readCue(found.get());
                return;
            }
            if (!comment && (CueTiming.isMeant(line) || CueTiming.isArrowBetweenTimes(line))) {
                throw noTime();
            }
        }
        goOn(lines.subList(first, next));
    }

    private void goOn(List<String> more) {
        if (!webVtt && timing != null) {
            text.addAll(isCounter(more.isEmpty() ? "" : more.getLast()) ? more.subList(0, more.size() - 1) : more);
        }
    }

    private boolean isComment(String line) {
        return webVtt
                && (isSignature(line)
                        || line.startsWith("NOTE")
                        || line.startsWith("STYLE")
                        || line.startsWith("REGION"));
    }

    private Optional<CueTiming> timing(String line) {
        if (line.contains(CueTiming.ARROW)) {
            return CueTiming.parse(line);
        }
        if (webVtt || line.isEmpty() || !Character.isDigit(line.charAt(0))) {
            return Optional.empty();
        }
        var timing = CueTiming.parseSbv(line);
        sbv |= timing.isPresent();
        return timing;
    }

    private void readCue(CueTiming read) {
        endCue();
        if (read.endMillis() < read.startMillis()) {
            throw wrong(next + 1L, "the cue ends before it starts.");
        }
        timing = read;
        for (next++; next < lines.size() && !lines.get(next).isEmpty(); next++) {
            var line = lines.get(next);
            if (timing(line).isPresent() || (webVtt && isSignature(line))) {
                if (!text.isEmpty() && isCounter(text.getLast())) {
                    // The number of the cue that follows, where no blank line parts the two.
                    text.removeLast();
                }
                return;
            }
            if (CueTiming.isMeant(line)) {
                throw noTime();
            }
            text.add(sbv ? line.replace("[br]", "\n") : line);
        }
    }

    private static boolean isCounter(String line) {
        var number = line.strip();
        return !number.isEmpty() && number.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    }

    private void endCue() {
        var ended = timing;
        if (ended != null) {
            // One that ends as it begins would never be shown.
            var cue = CueText.read(ended.atLeast(1), text);
            if (!cue.said().isEmpty()) {
                cues.add(cue);
            }
        }
        timing = null;
        text.clear();
    }

    private PortalException noTime() {
        return wrong(next + 1L, "this is no time of a cue; write 00:01.000 --> 00:04.500.");
    }
}
