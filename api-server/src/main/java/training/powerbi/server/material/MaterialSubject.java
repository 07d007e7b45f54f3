package training.powerbi.server.material;

import java.util.Optional;
import java.util.regex.Pattern;

/// What a ticket of this module opens: the slides or one file of a day.
record MaterialSubject(Kind kind, int dayNumber, String id) {
    private static final Pattern TEXT = Pattern.compile("(SLIDES|FILE) (-?\\d{1,9}) (.+)");

    enum Kind {
        SLIDES,
        FILE
    }

    static MaterialSubject slides(int dayNumber, String deckId) {
        return new MaterialSubject(Kind.SLIDES, dayNumber, deckId);
    }

    static MaterialSubject file(int dayNumber, String resourceId) {
        return new MaterialSubject(Kind.FILE, dayNumber, resourceId);
    }

    String text() {
        return kind + " " + dayNumber + " " + id;
    }

    /// Empty for tickets of other modules.
    static Optional<MaterialSubject> parse(String text) {
        var parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new MaterialSubject(
                        Kind.valueOf(parts.group(1)), Integer.parseInt(parts.group(2)), parts.group(3)))
                : Optional.empty();
    }
}
