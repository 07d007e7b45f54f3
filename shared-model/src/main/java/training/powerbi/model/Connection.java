package training.powerbi.model;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.error.PortalException;

/// A page of a longer list in the Relay cursor form. A cursor is the sort key of an item, so a page goes on in the
/// right place when items came or went meanwhile.
///
/// @param totalCount items on all pages
public record Connection<T>(List<Edge<T>> edges, PageInfo pageInfo, int totalCount) {
    private static final int DEFAULT_PAGE = 50;
    private static final int MAX_PAGE = 200;

    public Connection {
        edges = List.copyOf(edges);
    }

    /// An item and where it stands in the list.
    public record Edge<T>(String cursor, T node) {}

    /// What a client needs to ask for the next page.
    ///
    /// @param endCursor null on an empty page
    public record PageInfo(boolean hasNextPage, @Nullable String endCursor) {}

    /// The `first` items behind the cursor `after`, or from the start without one.
    ///
    /// @param sortKey unique per item; items are ordered by it
    /// @param descending whether the greatest key comes first
    /// @throws PortalException BAD_USER_INPUT when `first` is given and not 1 to 200 or the cursor is none of ours
    public static <T> Connection<T> page(
            Stream<T> items,
            Function<T, String> sortKey,
            boolean descending,
            @Nullable Integer first,
            @Nullable String after) {
        int size = first == null ? DEFAULT_PAGE : first;
        if (size < 1 || size > MAX_PAGE) {
            throw PortalException.badInput("first", "Ask for 1 to " + MAX_PAGE + " items at a time.");
        }
        Comparator<String> order = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        var sorted = items.map(item -> new Edge<>(sortKey.apply(item), item))
                .sorted(Comparator.comparing(Edge::cursor, order))
                .toList();
        var start = after == null ? null : decoded(after);
        var rest = sorted.stream()
                .filter(edge -> start == null || order.compare(edge.cursor(), start) > 0)
                .limit(size + 1L)
                .map(edge -> new Edge<>(encoded(edge.cursor()), edge.node()))
                .toList();
        var edges = rest.size() > size ? rest.subList(0, size) : rest;
        var end = edges.isEmpty() ? null : edges.getLast().cursor();
        return new Connection<>(edges, new PageInfo(rest.size() > size, end), sorted.size());
    }

    private static String encoded(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw PortalException.badInput("after", "This cursor is not one the portal gave out; start without it.");
        }
    }
}
