package training.powerbi.server.web.graphql;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.TypedText;

/// Half of a surrogate pair anywhere in a request. JSON can say it, UTF-8 cannot: what would be stored is not what
/// was sent.
final class BrokenText {
    private static final String DOCUMENT = "query";
    /// As deep as the JSON reader goes.
    private static final int DEEPEST = 500;

    private BrokenText() {}

    /// The member that holds it: the last name on the way to it, if there is one.
    static Optional<String> in(@Nullable String document, Map<String, ? extends @Nullable Object> variables) {
        return document != null && TypedText.broken(document) ? Optional.of(DOCUMENT) : members(variables, 0);
    }

    private static Optional<String> members(Map<?, ?> values, int depth) {
        return values.entrySet().stream()
                .flatMap(member -> below(String.valueOf(member.getKey()), member.getValue(), depth).stream())
                .findFirst();
    }

    private static Optional<String> below(String name, @Nullable Object value, int depth) {
        if (TypedText.broken(name)) {
            return Optional.of(DOCUMENT);
        }
        if (depth > DEEPEST) {
            return Optional.of(name);
        }
        return switch (value) {
            case String text -> TypedText.broken(text) ? Optional.of(name) : Optional.empty();
            case Map<?, ?> object -> members(object, depth + 1);
            case Collection<?> list -> elements(name, list.stream(), depth + 1);
            case null, default -> Optional.empty();
        };
    }

    private static Optional<String> elements(String name, Stream<?> list, int depth) {
        return list.flatMap(element -> below(name, element, depth).stream()).findFirst();
    }
}
