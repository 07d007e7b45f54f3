package training.powerbi.server.material;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import training.powerbi.server.material.deck.DeckPath;

/// The name of an uploaded file, made harmless: what is left is a single name that fits into an address, a header and
/// any file system.
record FileName(String name) {
    private static final int LONGEST = 60;
    private static final int LONGEST_EXTENSION = 10;
    private static final String NAMELESS = "file";

    /// Whatever a client calls its file: paths of any system are cut to their last part.
    static FileName of(@Nullable String claimed) {
        var path = claimed == null ? "" : claimed;
        var last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        var name = shorten(last)
                .codePoints()
                .mapToObj(character -> usable(character) ? Character.toString(character) : "_")
                .collect(Collectors.joining())
                .strip();
        return DeckPath.of(name).isPresent() ? new FileName(name) : new FileName(NAMELESS + suffix(name));
    }

    private static boolean usable(int character) {
        return DeckPath.of("x" + Character.toString(character)).isPresent() && character != '/';
    }

    private static String shorten(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        var suffix = suffix(name);
        int end = LONGEST - suffix.length();
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end)
                        .strip()
                + suffix;
    }

    /// The extension with its dot, when it looks like one.
    private static String suffix(String name) {
        var extension = FileType.extension(name);
        boolean plain = !extension.isEmpty()
                && extension.length() <= LONGEST_EXTENSION
                && extension.chars().allMatch(letter -> letter < 128 && Character.isLetterOrDigit(letter));
        return plain ? "." + extension : "";
    }

    @Override
    public String toString() {
        return name;
    }
}
