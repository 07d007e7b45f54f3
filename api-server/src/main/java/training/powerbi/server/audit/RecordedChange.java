package training.powerbi.server.audit;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import training.powerbi.server.audit.chain.AdminActionRow;

/// What the audit log tells of a change, for undoing it.
///
/// @param type as it is stored and served
/// @param cohortId null for `main` and for what is everyone's
/// @param subject null where the day says what was changed
/// @param before values as they were, by their names in the API; only those that changed
/// @param after the same values as they became
public record RecordedChange(
        String actionId,
        String type,
        @Nullable Integer dayNumber,
        @Nullable String cohortId,
        @Nullable String subject,
        Map<String, @Nullable Object> before,
        Map<String, @Nullable Object> after,
        Instant timestamp) {
    /// Under which an undo says what it takes back.
    public static final String UNDOES = "undoes";

    /// Under which changes of an exception say of which.
    private static final String OVERRIDE = "overrideId";

    /// Under which an undo says of which kind that was.
    static final String UNDONE_TYPE = "undoneType";

    public RecordedChange {
        before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
        after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
    }

    static RecordedChange of(AdminActionRow row, JsonNode metadata) {
        return new RecordedChange(
                row.actionId(),
                row.actionType(),
                row.dayNumber(),
                text(metadata, "cohortId"),
                text(metadata, "subject"),
                values(metadata.path("before")),
                values(metadata.path("after")),
                row.timestamp());
    }

    private static @Nullable String text(JsonNode metadata, String name) {
        return metadata.path(name).isString() ? metadata.path(name).asString() : null;
    }

    private static Map<String, @Nullable Object> values(JsonNode values) {
        var all = new LinkedHashMap<String, @Nullable Object>();
        values.properties().forEach(value -> all.put(value.getKey(), plain(value.getValue())));
        return all;
    }

    private static @Nullable Object plain(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (value.isBoolean()) {
            return value.asBoolean();
        }
        return value.isInt() ? (Object) value.asInt() : value.asString();
    }

    /// The day, of a change that has one.
    public int day() {
        return Objects.requireNonNull(dayNumber);
    }

    /// What was changed, of a change that says it.
    public String what() {
        return Objects.requireNonNull(subject);
    }

    /// What the log says of undoing it.
    public Entry undone() {
        var becomes = new LinkedHashMap<>(before);
        becomes.put(UNDOES, actionId);
        becomes.put(UNDONE_TYPE, type);
        return new Entry(dayNumber, cohortId, subject, after, becomes);
    }

    /// The action that this one takes back, if it is an undo.
    Optional<String> undoes() {
        return Optional.ofNullable(after.get(UNDOES)).map(Object::toString);
    }

    /// Whether a later change concerns the same values of the same thing. An exception is one wherever its student is
    /// by then.
    boolean isTouchedBy(RecordedChange later) {
        var mine = override();
        var theirs = later.override();
        if (mine.isPresent() && theirs.isPresent()) {
            return mine.equals(theirs);
        }
        return Objects.equals(dayNumber, later.dayNumber)
                && Objects.equals(cohortId, later.cohortId)
                && Objects.equals(subject, later.subject)
                && Stream.concat(later.before.keySet().stream(), later.after.keySet().stream())
                        .anyMatch(name -> before.containsKey(name) || after.containsKey(name));
    }

    private Optional<Object> override() {
        var now = after.get(OVERRIDE);
        return Optional.ofNullable(now == null ? before.get(OVERRIDE) : now);
    }
}
