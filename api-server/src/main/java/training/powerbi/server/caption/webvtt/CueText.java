package training.powerbi.server.caption.webvtt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/// Reads what a cue says in one pass: tags and entities of WebVTT are understood, tags of others (`<font>`, `{\an8}`)
/// left out, and everything is written as the standard wants it, so that a browser reads what was meant.
final class CueText {
    private static final Set<String> TAGS = Set.of("c", "i", "b", "u", "ruby", "rt", "v", "lang");
    /// Of these, nothing is meant without the words behind the name.
    private static final Set<String> NAMING = Set.of("v", "lang");
    private static final int DEEPEST = 16;
    private static final int LONGEST_ENTITY = 34;

    private final String text;
    private final CueTiming timing;
    private final StringBuilder markup = new StringBuilder();
    private final StringBuilder said = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private boolean timed;
    private int at;

    private CueText(String text, CueTiming timing) {
        this.text = text;
        this.timing = timing;
    }

    /// @param lines as the file has them
    static Cue read(CueTiming timing, List<String> lines) {
        return new CueText(String.join("\n", lines), timing).read();
    }

    private Cue read() {
        while (at < text.length()) {
            switch (text.charAt(at)) {
                case '<' -> tag();
                case '{' -> override();
                case '&' -> entity();
                default -> {
                    int letter = text.codePointAt(at);
                    at += Character.charCount(letter);
                    say(letter);
                }
            }
        }
        while (!open.isEmpty()) {
            close();
        }
        return new Cue(timing, lines(markup), List.copyOf(notBlank(said)), timed);
    }

    /// A tag ends with `>`; a `<` that stands for itself is told by what follows it. The next piece is looked for
    /// behind the last one, so nothing is read twice.
    private void tag() {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != '>' && text.charAt(end) != '<') {
            end++;
        }
        boolean begins = at + 1 < text.length()
                && (Character.isLetterOrDigit(text.charAt(at + 1)) || text.charAt(at + 1) == '/');
        if (!begins || end == text.length() || text.charAt(end) == '<') {
            say('<');
            for (at++; at < end; ) {
                step(end);
            }
            return;
        }
        var inside = text.substring(at + 1, end);
        at = end + 1;
        if (inside.charAt(0) == '/') {
            endTag(inside.substring(1).strip());
        } else if (Character.isDigit(inside.charAt(0))) {
            moment(inside);
        } else {
            startTag(inside);
        }
    }

    private void step(int end) {
        if (text.charAt(at) == '&') {
            entity();
        } else {
            int letter = text.codePointAt(at);
            at = Math.min(end, at + Character.charCount(letter));
            say(letter);
        }
    }

    private void moment(String inside) {
        long millis = CueTiming.stamp(inside);
        if (millis > timing.startMillis() && millis < timing.endMillis()) {
            markup.append('<').append(CueTiming.stamp(millis)).append('>');
        }
        timed |= millis >= 0;
    }

    private void startTag(String inside) {
        int blank = 0;
        while (blank < inside.length() && !Character.isWhitespace(inside.charAt(blank))) {
            blank++;
        }
        var parts = inside.substring(0, blank).split("\\.", -1);
        var name = parts[0];
        var words = inside.substring(blank).replaceAll("\\s+", " ").strip();
        if (!TAGS.contains(name) || open.size() == DEEPEST || (NAMING.contains(name) && words.isEmpty())) {
            return;
        }
        markup.append('<').append(name);
        for (int i = 1; i < parts.length; i++) {
            if (!parts[i].isEmpty() && parts[i].codePoints().allMatch(CueText::isClassLetter)) {
                markup.append('.').append(parts[i]);
            }
        }
        if (NAMING.contains(name)) {
            markup.append(' ').append(escaped(HtmlUtils.htmlUnescape(words)));
        }
        markup.append('>');
        open.push(name);
    }

    private void endTag(String name) {
        if (open.contains(name)) {
            while (!name.equals(open.peek())) {
                close();
            }
            close();
        }
    }

    private void close() {
        markup.append("</").append(open.pop()).append('>');
    }

    /// What Aegisub and players of SRT put into braces: `{\an8}`.
    private void override() {
        int end = at + 1;
        while (end < text.length() && "{}\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        boolean meant = text.startsWith("{\\", at) && end < text.length() && text.charAt(end) == '}';
        if (meant) {
            at = end + 1;
        } else {
            at++;
            say('{');
        }
    }

    private void entity() {
        int end = at + 1;
        while (end < text.length()
                && end - at < LONGEST_ENTITY
                && (isClassLetter(text.charAt(end)) || text.charAt(end) == '#')) {
            end++;
        }
        if (end < text.length() && text.charAt(end) == ';') {
            var entity = text.substring(at, end + 1);
            var meant = entity.equals("&apos;") ? "'" : HtmlUtils.htmlUnescape(entity);
            if (!meant.equals(entity)) {
                at = end + 1;
                meant.codePoints().map(letter -> letter == '\n' ? ' ' : letter).forEach(this::say);
                return;
            }
        }
        at++;
        say('&');
    }

    private void say(int letter) {
        if (Character.getType(letter) == Character.SURROGATE || letter == 0) {
            markup.append('\uFFFD');
            said.append('\uFFFD');
        } else if (letter == '\n' || letter == '\t' || !Character.isISOControl(letter)) {
            append(markup, letter);
            // They steer how letters are set, and are not said.
            if (letter != '\u200E' && letter != '\u200F') {
                said.appendCodePoint(letter);
            }
        }
    }

    private static void append(StringBuilder markup, int letter) {
        switch (letter) {
            case '&' -> markup.append("&amp;");
            case '<' -> markup.append("&lt;");
            case '>' -> markup.append("&gt;");
            case '\u00A0' -> markup.append("&nbsp;");
            case '\u200E' -> markup.append("&lrm;");
            case '\u200F' -> markup.append("&rlm;");
            default -> markup.appendCodePoint(letter);
        }
    }

    private static String escaped(String words) {
        var markup = new StringBuilder();
        words.codePoints().filter(letter -> !Character.isISOControl(letter)).forEach(letter -> append(markup, letter));
        return markup.toString();
    }

    private static boolean isClassLetter(int letter) {
        return (letter >= 'a' && letter <= 'z')
                || (letter >= 'A' && letter <= 'Z')
                || (letter >= '0' && letter <= '9')
                || letter == '-'
                || letter == '_';
    }

    /// A blank line would end the cue.
    private static String lines(StringBuilder markup) {
        return markup.toString()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static List<String> notBlank(StringBuilder said) {
        var lines = new ArrayList<String>();
        said.toString().lines().forEach(line -> {
            var words = blanksToOne(line);
            if (!words.isEmpty()) {
                lines.add(words);
            }
        });
        return lines;
    }

    private static String blanksToOne(String line) {
        var words = new StringBuilder(line.length());
        line.codePoints()
                .map(letter -> Character.isWhitespace(letter) || letter == '\u00A0' ? ' ' : letter)
                .filter(letter -> letter != ' ' || (!words.isEmpty() && words.charAt(words.length() - 1) != ' '))
                .forEach(words::appendCodePoint);
        return words.toString().strip();
    }
}
