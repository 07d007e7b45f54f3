package training.powerbi.desktop.ui.activity;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.client.AuditEntry;
import training.powerbi.client.Course.Cohort;
import training.powerbi.client.DayRecording;
import training.powerbi.desktop.state.PortalState;
import training.powerbi.desktop.ui.kit.Amounts;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.TimeWords;

/// Says of an audit entry in one sentence what was done to whom or what, and of its values what they mean.
final class AuditWords {
    private static final Set<String> ABOUT_PEOPLE = Set.of(
            "set_user_role",
            "set_user_active",
            "create_password_reset",
            "reset_admin",
            "erase_user",
            "move_student",
            "grant_access",
            "hold_back",
            "revoke_override");
    private static final Set<String> ABOUT_COHORTS = Set.of("create_cohort", "update_cohort", "archive_cohort");
    /// Named by the sentence, or of use to the portal only.
    private static final Set<String> SILENT = Set.of("subject", "asked", "overrideId", "undoes");

    private final JsonMapper json = JsonMapper.shared();
    private final Texts texts;
    private final TimeWords times;
    private final Names names;
    private final PortalState state;

    AuditWords(Texts texts, TimeWords times, Names names, PortalState state) {
        this.texts = texts;
        this.times = times;
        this.names = names;
        this.state = state;
    }

    /// @param other what is said of an action that has no sentence
    String sentence(AuditEntry entry, String other) {
        var read = parse(entry.metadata());
        var type = entry.actionType().toLowerCase(Locale.ROOT);
        var key = Stream.of("role", "active", "isActive")
                .map(value -> read.path("after").path(value))
                .filter(value -> !value.isMissingNode())
                .map(value -> "audit.said." + type + '.' + value.asString())
                .filter(texts::has)
                .findFirst()
                .orElse("audit.said." + type);
        var day = entry.dayNumber();
        if (!texts.has(key) || (day == null && !ABOUT_PEOPLE.contains(type) && !ABOUT_COHORTS.contains(type))) {
            return other;
        }
        return texts.get(key, day == null ? 0 : day, subject(type, read));
    }

    /// The values of a change in words, without what the sentence says already.
    List<ChangeRow> inWords(List<ChangeRow> rows) {
        return rows.stream()
                .filter(row -> !SILENT.contains(row.name()))
                .map(row -> new ChangeRow(
                        field(row.name()), value(row, row.before()), value(row, row.after()), row.changed()))
                .toList();
    }

    private JsonNode parse(String metadata) {
        try {
            return json.readTree(metadata);
        } catch (JacksonException broken) {
            return json.createObjectNode();
        }
    }

    private String subject(String type, JsonNode read) {
        var id = read.path("subject").asString("");
        if (ABOUT_PEOPLE.contains(type)) {
            return Objects.requireNonNullElse(names.of(id), texts.get("audit.somebody"));
        }
        if (ABOUT_COHORTS.contains(type)) {
            return state.cohort(id)
                    .map(Cohort::name)
                    .or(() -> told(read, "name"))
                    .orElse(texts.get("audit.something"));
        }
        return told(read, "title").or(() -> recording(id)).orElse(texts.get("audit.something"));
    }

    private static Optional<String> told(JsonNode read, String value) {
        return Stream.of("after", "before")
                .map(side -> read.path(side).path(value).asString(""))
                .filter(title -> !title.isEmpty())
                .findFirst();
    }

    private Optional<String> recording(String id) {
        return state.days().stream()
                .flatMap(day -> Stream.concat(day.day().recordings().stream(), day.day().removedRecordings().stream()))
                .filter(recording -> recording.recordingId().equals(id))
                .map(DayRecording::title)
                .findFirst();
    }

    private String field(String name) {
        var key = "audit.field." + name;
        return texts.has(key) ? texts.get(key) : name;
    }

    private String value(ChangeRow row, String text) {
        return row.name().equals("cohortId") ? cohort(row, text) : value(text);
    }

    /// Where a move comes from or leads to nothing, that is the run that every course has.
    private String cohort(ChangeRow row, String id) {
        return id.isEmpty() && !row.changed()
                ? ""
                : state.cohort(id.isEmpty() ? null : id).map(Cohort::name).orElse(id);
    }

    private String value(String text) {
        var key = "audit.value." + text.toLowerCase(Locale.ROOT);
        if (text.matches("[a-zA-Z]{2,12}") && texts.has(key)) {
            return texts.get(key);
        }
        try {
            if (text.matches("\\d{4}-\\d\\d-\\d\\dT.*Z")) {
                return times.exact(Instant.parse(text));
            }
            if (text.matches("PT[0-9HMS.]+")) {
                return Amounts.length(Math.toIntExact(Duration.parse(text).toSeconds()));
            }
        } catch (DateTimeException | ArithmeticException other) {
            return text;
        }
        var name = text.matches("[0-9a-f-]{36}") ? names.of(text) : null;
        return name == null ? text : name;
    }
}
