package training.powerbi.client.graphql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// GraphQL operations as they lie among the resources: one file an operation, named like it, and one a fragment, which
/// is joined to whatever spreads it.
public final class Documents {
    static final String FOLDER = "/graphql-documents/";
    private static final Pattern SPREAD = Pattern.compile("\\.\\.\\.\\s*(\\w+)");

    private final Map<String, String> known = new ConcurrentHashMap<>();

    /// The operation with all it needs.
    public String named(String operation) {
        return known.computeIfAbsent(operation, Documents::read);
    }

    private static String read(String operation) {
        var fragments = new LinkedHashSet<String>();
        var text = new StringBuilder(file(operation));
        collect(text, fragments);
        for (var fragment : fragments) {
            text.append('\n').append(file("fragments/" + fragment));
        }
        return text.toString();
    }

    private static void collect(CharSequence text, Set<String> fragments) {
        SPREAD.matcher(text).results().map(spread -> spread.group(1)).forEach(name -> {
            if (fragments.add(name)) {
                collect(file("fragments/" + name), fragments);
            }
        });
    }

    private static String file(String name) {
        try (var file = Documents.class.getResourceAsStream(FOLDER + name + ".graphql")) {
            if (file == null) {
                throw new IllegalStateException("There is no document " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
