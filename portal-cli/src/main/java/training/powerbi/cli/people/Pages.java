package training.powerbi.cli.people;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import training.powerbi.cli.desk.Persistence;
import training.powerbi.cli.desk.UsageException;
import training.powerbi.model.Connection;

/// The portal's long lists, page by page.
final class Pages {
    private Pages() {}

    /// Part of a list.
    ///
    /// @param next where the rest begins; null at the end
    record Part<T>(List<T> items, @Nullable String next) {}

    /// All of it.
    static <T> List<T> all(Function<@Nullable String, Connection<T>> page) {
        return upTo(Integer.MAX_VALUE, null, page).items();
    }

    /// So many items at most, from behind a cursor on.
    static <T> Part<T> upTo(int most, @Nullable String after, Function<@Nullable String, Connection<T>> page) {
        if (most < 1) {
            throw new UsageException("--limit takes a number from 1 on.");
        }
        var items = new ArrayList<T>();
        var cursor = after;
        while (true) {
            var from = cursor;
            var answer = Persistence.ask(() -> page.apply(from));
            for (var edge : answer.edges()) {
                if (items.size() == most) {
                    return new Part<>(items, cursor);
                }
                items.add(edge.node());
                cursor = edge.cursor();
            }
            if (!answer.pageInfo().hasNextPage()) {
                return new Part<>(items, null);
            }
            if (items.size() == most) {
                return new Part<>(items, cursor);
            }
        }
    }
}
