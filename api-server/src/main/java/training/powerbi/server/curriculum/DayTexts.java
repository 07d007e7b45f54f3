package training.powerbi.server.curriculum;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What of a day an admin edits.
///
/// @param presentationName of slides that are one file which the portal keeps; goes and comes back with their address
record DayTexts(
        String title,
        String description,
        @Nullable String presentationUrl,
        @Nullable String presentationName,
        @Nullable String resourcesUrl) {
    private static final String SLIDES = "presentationUrl";
    private static final String SLIDES_NAME = "presentationName";

    /// By their names in the API.
    Map<String, @Nullable String> all() {
        var all = new LinkedHashMap<String, @Nullable String>();
        all.put("title", title);
        all.put("description", description);
        all.put(SLIDES, presentationUrl);
        all.put(SLIDES_NAME, presentationName);
        all.put("resourcesUrl", resourcesUrl);
        return all;
    }

    /// Those of these values that differ from `other`, by their names in the API; of other slides their name too.
    Map<String, @Nullable String> differingFrom(DayTexts other) {
        var differing = all();
        var others = other.all();
        boolean named = presentationName != null && !Objects.equals(presentationUrl, other.presentationUrl);
        differing
                .entrySet()
                .removeIf(value -> Objects.equals(value.getValue(), others.get(value.getKey()))
                        && !(named && value.getKey().equals(SLIDES_NAME)));
        return differing;
    }

    /// The same with values as the audit log tells them; what is no text of a day is passed over.
    DayTexts with(Map<String, @Nullable Object> told) {
        var all = all();
        if (told.containsKey(SLIDES) && !Objects.equals(told.get(SLIDES), presentationUrl)) {
            all.put(SLIDES_NAME, null);
        }
        told.forEach((name, value) -> {
            if (all.containsKey(name)) {
                all.put(name, (String) value);
            }
        });
        return new DayTexts(
                Objects.requireNonNull(all.get("title")),
                Objects.requireNonNull(all.get("description")),
                all.get(SLIDES),
                all.get(SLIDES_NAME),
                all.get("resourcesUrl"));
    }
}
