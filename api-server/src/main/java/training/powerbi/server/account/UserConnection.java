package training.powerbi.server.account;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.User;
import training.powerbi.model.error.PortalException;

/// A page of users, by e-mail address, in Relay's form. A cursor names the user it follows, so pages neither
/// repeat nor skip anyone when others come and go.
record UserConnection(List<UserEdge> edges, PageInfo pageInfo, int totalCount) {
    private static final int MAX_FIRST = 200;
    private static final char SEPARATOR = '\n';

    record UserEdge(String cursor, User node) {}

    record PageInfo(boolean hasNextPage, @Nullable String endCursor) {}

    static UserConnection page(List<User> users, @Nullable Integer first, @Nullable String after) {
        int size = first == null ? 50 : first;
        if (size < 1 || size > MAX_FIRST) {
            throw PortalException.badInput("first", "Ask for 1 to " + MAX_FIRST + " users at a time.");
        }
        var from = after == null ? "" : decoded(after);
        var rest = users.stream()
                .filter(user -> place(user).compareTo(from) > 0)
                .sorted(Comparator.comparing(UserConnection::place))
                .limit(size + 1L)
                .toList();
        var edges = rest.stream()
                .limit(size)
                .map(user -> new UserEdge(encoded(place(user)), user))
                .toList();
        var end = edges.isEmpty() ? null : edges.getLast().cursor();
        return new UserConnection(edges, new PageInfo(rest.size() > size, end), users.size());
    }

    private static String place(User user) {
        return Emails.normal(user.email()) + SEPARATOR + user.userId();
    }

    private static String encoded(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String cursor) {
        try {
            var place = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (place.indexOf(SEPARATOR) > 0) {
                return place;
            }
        } catch (IllegalArgumentException e) {
            // Falls through: it is no cursor of ours either way.
        }
        throw PortalException.badInput("after", "This cursor does not come from an earlier page.");
    }
}
