package training.powerbi.server.media.upload;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.error.PortalException;

/// The words that come with a file, not yet checked.
record UploadRequest(
        @Nullable String dayNumber,
        @Nullable String title,
        @Nullable String duration,
        String declaredType,
        @Nullable String cohortId) {
    static final Set<String> FIELDS = Set.of("dayNumber", "title", "duration", "cohortId");

    /// What tus clients send beside the portal's own words.
    private static final Set<String> FROM_TUS = Set.of("filename", "filetype", "name", "type", "relativePath");

    static UploadRequest of(Map<String, String> words, String declaredType) {
        return new UploadRequest(
                words.get("dayNumber"), words.get("title"), words.get("duration"), declaredType, words.get("cohortId"));
    }

    static UploadRequest ofMetadata(Map<String, String> metadata) {
        var words = new HashMap<>(metadata);
        words.keySet().removeAll(FROM_TUS);
        words.keySet().forEach(UploadRequest::requireKnown);
        return of(words, metadata.getOrDefault("filetype", metadata.getOrDefault("type", "")));
    }

    static void requireKnown(String field) {
        if (!FIELDS.contains(field)) {
            var shown = field.length() > 40 ? field.substring(0, 40) + "…" : field;
            throw PortalException.badInput(shown, "There is no field " + shown + " here.");
        }
    }

    int day() {
        try {
            return Integer.parseInt(require("dayNumber", dayNumber).strip());
        } catch (NumberFormatException e) {
            throw PortalException.badInput("dayNumber", "The dayNumber is a whole number, such as 5.");
        }
    }

    String requireTitle() {
        return require("title", title);
    }

    /// Whose students get the recording; null for everyone.
    @Nullable
    String cohortOrNone() {
        return cohortId == null || cohortId.isBlank() ? null : cohortId.strip();
    }

    /// What the sender says of the length; null when the file is to tell.
    @Nullable
    String durationOrNone() {
        return duration == null || duration.isBlank() ? null : duration;
    }

    private static String require(String field, @Nullable String value) {
        if (value == null) {
            throw PortalException.badInput(field, field + " is missing.");
        }
        return value;
    }
}
