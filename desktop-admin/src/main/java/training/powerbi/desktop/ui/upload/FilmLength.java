package training.powerbi.desktop.ui.upload;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// How long the film to come is, typed before it is dropped, for films that do not tell. It is used up by that film.
public final class FilmLength {
    private final StringProperty typed = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");

    public FilmLength() {
        typed.subscribe(now -> error.set(""));
    }

    public StringProperty typed() {
        return typed;
    }

    public ReadOnlyStringProperty error() {
        return error.getReadOnlyProperty();
    }

    /// The length for so many films; null when none was typed. One length is nobody's among several films: it stays
    /// where it was typed, and the portal asks for those that need one.
    ///
    /// @param onlyOne said beside the field then
    public @Nullable String take(int films, String onlyOne) {
        var length = typed.get().strip();
        if (length.isEmpty()) {
            return null;
        }
        if (films > 1) {
            error.set(onlyOne);
            return null;
        }
        typed.set("");
        return length;
    }
}
