package training.powerbi.server.recording.address;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The parameters of an address.
final class LinkQuery {
    private LinkQuery() {}

    /// The first value of a parameter, decoded.
    static Optional<String> value(URI uri, String name) {
        return value(uri.getRawQuery(), name);
    }

    static Optional<String> value(@Nullable String query, String name) {
        return query == null
                ? Optional.empty()
                : Arrays.stream(query.split("&", -1))
                        .filter(parameter -> parameter.startsWith(name + "="))
                        .map(parameter -> decoded(parameter.substring(name.length() + 1)))
                        .findFirst();
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return value;
        }
    }
}
