package training.powerbi.desktop.ui.form;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Words for what boxes are chosen from.
public final class Choices {
    private Choices() {}

    /// For a box that is chosen from, not typed into.
    public static <T> StringConverter<T> named(Function<T, String> words) {
        return new Named<>(words);
    }

    private static final class Named<T> extends StringConverter<T> {
        private final Function<T, String> words;

        Named(Function<T, String> words) {
            this.words = words;
        }

        @Override
        public String toString(@Nullable T value) {
            return value == null ? "" : words.apply(value);
        }

        @Override
        public @Nullable T fromString(String text) {
            return null;
        }
    }
}
