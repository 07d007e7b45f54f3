package training.powerbi.server.curriculum;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What of a day an admin edits.
record DayTexts(
        String title,
        String description,
        @Nullable String presentationUrl,
        @Nullable String resourcesUrl) {
    /// By their names in the API.
    Map<String, @Nullable String> all() {
        var all = new LinkedHashMap<String, @Nullable String>();
        all.put("title", title);
        all.put("description", description);
        all.put("presentationUrl", presentationUrl);
        all.put("resourcesUrl", resourcesUrl);
        return all;
    }

    /// Those of these values that differ from `other`, by their names in the API.
    Map<String, @Nullable String> differingFrom(DayTexts other) {
        var differing = all();
        var others = other.all();
        differing.entrySet().removeIf(value -> Objects.equals(value.getValue(), others.get(value.getKey())));
        return differing;
    }

    /// The same with values as the audit log tells them; what is no text of a day is passed over.
    DayTexts with(Map<String, @Nullable Object> told) {
        var all = all();
        told.forEach((name, value) -> {
            if (all.containsKey(name)) {
                all.put(name, (String) value);
            }
        });
        return new DayTexts(
                Objects.requireNonNull(all.get("title")),
                Objects.requireNonNull(all.get("description")),
                all.get("presentationUrl"),
                all.get("resourcesUrl"));
    }
}
