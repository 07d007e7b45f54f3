package training.powerbi.cli.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// An id, or how it begins.
///
/// @param where what lists the ids
public record Beginning(String typed, String where) {
    private static final int LEAST = 4;

    public Beginning {
        typed = typed.strip().toLowerCase(Locale.ROOT);
        if (typed.length() < LEAST) {
            throw new UsageException("Give the id, or at least its first " + LEAST + " characters; see " + where);
        }
    }

    /// The only one that is meant.
    ///
    /// @throws UsageException when several are
    public <T> Optional<T> of(List<T> all, Function<T, String> id) {
        var meant = all.stream()
                .filter(each -> id.apply(each).toLowerCase(Locale.ROOT).startsWith(typed))
                .toList();
        if (meant.size() > 1) {
            throw new UsageException("Several begin so: give more of the id. "
                    + String.join(", ", meant.stream().map(id).toList()));
        }
        return meant.stream().findFirst();
    }

    /// As much of an id as a table has room for.
    public static String shown(String id) {
        return id.substring(0, Math.min(8, id.length()));
    }
}
