package training.powerbi.desktop.ui.activity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads an audit entry's metadata: `before`, `after` and what else names the change.
final class ChangeRows {
    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    private final JsonMapper json = JsonMapper.shared();

    /// The values as rows; one with the text as it is when that is no JSON object.
    List<ChangeRow> of(String metadata) {
        var read = parse(metadata);
        if (read == null || !read.isObject()) {
            return List.of(new ChangeRow("", "", metadata, false));
        }
        List<ChangeRow> rows = new ArrayList<>();
        read.properties().stream()
                .filter(each -> !each.getKey().equals(BEFORE) && !each.getKey().equals(AFTER))
                .forEach(each -> rows.add(new ChangeRow(each.getKey(), "", text(each.getValue()), false)));
        compare("", read.path(BEFORE), read.path(AFTER), rows);
        return rows;
    }

    private @Nullable JsonNode parse(String metadata) {
        try {
            return json.readTree(metadata);
        } catch (JacksonException e) {
            return null;
        }
    }

    private static void compare(String prefix, JsonNode before, JsonNode after, List<ChangeRow> rows) {
        Set<String> names = new LinkedHashSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        for (var name : names) {
            var was = before.path(name);
            var is = after.path(name);
            if (was.isObject() || is.isObject()) {
                compare(prefix + name + '.', was, is, rows);
            } else {
                rows.add(new ChangeRow(prefix + name, text(was), text(is), !was.equals(is)));
            }
        }
    }

    private static String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return value.isString() ? value.stringValue() : value.toString();
    }
}
