package training.powerbi.server.recording.address;

import java.net.IDN;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import training.powerbi.model.Glyph;
import training.powerbi.model.TypedText;

/// The address in what a person pasted: embed code, a title beside it, angle brackets, a full stop at its end. Each
/// step passes over the text once.
final class PastedLink {
    private static final Pattern SOURCE =
            Pattern.compile("[ \"']src *+= *+[\"']?+([^\"' >]++)", Pattern.CASE_INSENSITIVE);
    private static final Pattern WITH_SCHEME = Pattern.compile("https?://", Pattern.CASE_INSENSITIVE);
    private static final Pattern WITHOUT_SCHEME =
            Pattern.compile("[\\p{L}\\p{N}.-]{1,253}\\.\\p{L}{2,24}(?::\\d{1,5})?/.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE_WITH_BLANKS = Pattern.compile(
            "https?://[^\\s/<>\"]{1,300}/[^<>\"?#]{1,1500}\\.(?:mp4|webm|m3u8)(?:[?#][^\\s<>\"]{0,1500})?",
            Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_HOST = 253;
    private static final String ENDS_BEFORE = " <>\"“”«»`。，、；：！？）】」』》〉";
    private static final String NOT_LAST = ".,;:!?'’)]}*|\\";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    /// What browsers write in percent form though people leave it as it is; Java's parser takes none of it.
    private static final String UNWRITTEN = "[]{}|\\^`";

    private PastedLink() {}

    /// An address with a scheme, or what was pasted where none can be found in it.
    static String in(String pasted) {
        var text = visible(pasted);
        int tag = text.toLowerCase(Locale.ROOT).indexOf("<iframe");
        var source = SOURCE.matcher(text);
        if (tag >= 0 && source.find(tag)) {
            // The page around a frame gives it the scheme.
            return written(source.group(1).startsWith("//") ? "https:" + source.group(1) : source.group(1));
        }
        var scheme = WITH_SCHEME.matcher(text);
        return scheme.find() ? written(word(text, scheme.start())) : withScheme(text);
    }

    /// The whole text as the address of a file whose name has blanks in it; empty when it is none.
    static Optional<String> withBlanks(String pasted) {
        var text = visible(pasted);
        return text.indexOf(' ') >= 0
                        && pasted.lines().count() == 1
                        && FILE_WITH_BLANKS.matcher(text).matches()
                ? Optional.of(written(text.replace(" ", "%20")))
                : Optional.empty();
    }

    /// Marks of direction and width that come along with copied text are no part of an address.
    private static String visible(String text) {
        var seen = new StringBuilder(text.length());
        new TypedText(text)
                .value()
                .codePoints()
                .map(character -> new Glyph(character).isBlank() ? ' ' : character)
                .forEach(seen::appendCodePoint);
        return (text.indexOf('<') < 0 ? seen.toString() : seen.toString().replace("&amp;", "&")).strip();
    }

    private static String withScheme(String text) {
        for (var word : text.split(" ", -1)) {
            int start = 0;
            while (start < word.length() && "<({['\"“".indexOf(word.charAt(start)) >= 0) {
                start++;
            }
            var candidate = word(word, start);
            if (WITHOUT_SCHEME.matcher(candidate).matches()) {
                return written("https://" + candidate);
            }
        }
        return text;
    }

    private static String word(String text, int start) {
        int end = start;
        while (end < text.length() && ENDS_BEFORE.indexOf(text.charAt(end)) < 0 && !text.startsWith("[/", end)) {
            end++;
        }
        while (end > start && NOT_LAST.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    /// The address as browsers write it.
    private static String written(String address) {
        int host = address.indexOf("://") + 3;
        int path = address.indexOf('/', host);
        if (host < 3 || path < 0) {
            return address;
        }
        var written = new StringBuilder(address.length())
                .append(address, 0, host)
                .append(host(address.substring(host, path)));
        for (int i = path; i < address.length(); i++) {
            char character = address.charAt(i);
            if (UNWRITTEN.indexOf(character) >= 0 || (character == '%' && !escape(address, i))) {
                written.append('%').append(HEX.toHexDigits((byte) character));
            } else {
                written.append(character);
            }
        }
        return written.toString();
    }

    /// In the letters that servers' names have (RFC 5891); what is no name stays what it is.
    private static String host(String name) {
        if (name.length() > LONGEST_HOST || name.chars().allMatch(letter -> letter < 128)) {
            return name;
        }
        int port = name.indexOf(':');
        try {
            return port < 0 ? IDN.toASCII(name) : IDN.toASCII(name.substring(0, port)) + name.substring(port);
        } catch (IllegalArgumentException noName) {
            return name;
        }
    }

    private static boolean escape(String address, int percent) {
        return percent + 2 < address.length()
                && Character.digit(address.charAt(percent + 1), 16) >= 0
                && Character.digit(address.charAt(percent + 2), 16) >= 0;
    }
}
