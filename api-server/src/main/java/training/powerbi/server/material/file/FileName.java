package training.powerbi.server.material.file;

import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.TypedText;
import training.powerbi.server.material.deck.DeckPath;

/// The name of an uploaded file, as its owner calls it: up to 200 letters, whatever they are. Bytes are kept under ids,
/// so no store limits it.
public record FileName(String name) {
    private static final int LONGEST = 200;
    private static final int LONGEST_EXTENSION = 10;
    private static final String NAMELESS = "file";

    /// Whatever a client calls its file: paths of any system are cut to their last part, and what cannot be seen is
    /// left out.
    public static FileName of(@Nullable String claimed) {
        var path = claimed == null ? "" : claimed;
        var last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        var printed = last.codePoints().filter(FileName::isPrinted).toArray();
        var name = new TypedText(new String(printed, 0, printed.length)).value();
        return new FileName(
                name.isEmpty() || name.equals(".") || name.equals("..") ? NAMELESS : shorten(name, LONGEST));
    }

    private static boolean isPrinted(int character) {
        return !Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE;
    }

    /// The name as the last part of an address, where some letters have a meaning of their own.
    public DeckPath address() {
        return name.indexOf('/') < 0 ? DeckPath.of(name).orElseGet(this::replaced) : replaced();
    }

    private DeckPath replaced() {
        var address = name.codePoints()
                .mapToObj(letter -> isUsable(letter) ? Character.toString(letter) : "_")
                .collect(Collectors.joining());
        return DeckPath.of(address)
                .orElseGet(() -> DeckPath.of(NAMELESS + suffix(name)).orElseThrow());
    }

    private static boolean isUsable(int letter) {
        return letter != '/' && DeckPath.of("x" + Character.toString(letter)).isPresent();
    }

    /// The same, shortened to what a store can take as a name.
    public DeckPath stored() {
        var address = address().path();
        for (int length = address.codePointCount(0, address.length()); length > LONGEST_EXTENSION + 1; length--) {
            var path = DeckPath.of(shorten(address, length)).filter(DeckPath::isKeptByName);
            if (path.isPresent()) {
                return path.get();
            }
        }
        return Optional.of(NAMELESS + suffix(name)).flatMap(DeckPath::of).orElseThrow();
    }

    /// The name that the bytes of such a file have under their id: none of people's, so that no store limits those.
    public DeckPath content() {
        return DeckPath.of("content" + suffix(name)).orElseThrow();
    }

    private static String shorten(String name, int longest) {
        if (name.codePointCount(0, name.length()) <= longest) {
            return name;
        }
        var suffix = suffix(name);
        return name.substring(0, name.offsetByCodePoints(0, longest - suffix.length()))
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
