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

    /// Those of these values that differ from `other`, by their names in the API.
    Map<String, @Nullable String> differingFrom(DayTexts other) {
        var differing = new LinkedHashMap<String, @Nullable String>();
        keep(differing, "title", title, other.title);
        keep(differing, "description", description, other.description);
        keep(differing, "presentationUrl", presentationUrl, other.presentationUrl);
        keep(differing, "resourcesUrl", resourcesUrl, other.resourcesUrl);
        return differing;
    }

    private static void keep(
            Map<String, @Nullable String> differing, String name, @Nullable String value, @Nullable String other) {
        if (!Objects.equals(value, other)) {
            differing.put(name, value);
        }
    }
}
