package training.powerbi.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the API says and what Spark reads beside the running server are the same.
class SparkReadsTheTablesIT {
    /// Among the columns after the day's number.
    private static final int PRESENTATION = 5;

    private static PortalProcess portal;
    private static PortalClient client;
    private static SparkTables tables;
    private static String admin;
    private static String student;
    private static String studentId;

    @BeforeAll
    static void aCourseUnderWay(@TempDir Path data) {
        portal = PortalProcess.over(data);
        client = portal.client();
        tables = SparkTables.of(data);
        admin = client.adminToken();
        var registered = client.register("student@example.com");
        student = registered.path("access_token").asText();
        studentId = client.data(student, "{ me { userId } }").at("/me/userId").asText();
        client.data(admin, "mutation { unlockDay(dayNumber: 1) { dayNumber } }");
        client.data(admin, """
                mutation { uploadRecording(dayNumber: 1, title: "First day", duration: "PT30M",
                    videoUrl: "https://www.youtube.com/watch?v=dQw4w9WgXcQ") { recordingId } }""");
        client.data(
                student,
                "mutation { markContentViewed(dayNumber: 1, contentType: PRESENTATION) { completionPercentage } }");
    }

    @AfterAll
    static void stop() {
        SparkTables.stop();
        client.close();
        portal.close();
    }

    @Test
    void everyTableHasTheSpecificationsColumnsFirstAndInItsOrder() {
        SpecifiedColumns.BY_TABLE.forEach((table, columns) -> {
            var found = Arrays.stream(tables.schema(table).fields())
                    .map(field -> field.name() + ' ' + field.dataType().sql())
                    .toList();
            assertThat(found.subList(0, columns.size())).as(table).isEqualTo(columns);
        });
    }

    @Test
    void noTableAsksForMoreThanTheOldestProtocolHas() {
        for (var table : SpecifiedColumns.BY_TABLE.keySet()) {
            assertThat(tables.protocol(table)).as(table).isEqualTo(SparkTables.PLAIN);
        }
    }

    @Test
    void trainingContentIsWhatTheApiSays() {
        var said = client.data(admin, """
                { trainingDays { dayNumber title description isUnlocked unlockedAt unlockedBy { userId }
                    presentationUrl resourcesUrl createdAt updatedAt } }""").path("trainingDays");
        var expected = map(
                said,
                day -> day.path("dayNumber").asInt(),
                day -> values(
                        day.path("title").asText(),
                        day.path("description").asText(),
                        day.path("isUnlocked").asBoolean(),
                        instant(day.path("unlockedAt")),
                        text(day.at("/unlockedBy/userId")),
                        kept(day.path("presentationUrl").asText(null)),
                        text(day.path("resourcesUrl")),
                        instant(day.path("createdAt")),
                        instant(day.path("updatedAt"))));
        assertThat(expected).hasSize(12);
        assertThat(map(tables.rows("training_content"), row -> row.getInt(0), row -> {
                    var columns = columns(row, 1, 10);
                    columns.set(PRESENTATION, kept((String) columns.get(PRESENTATION)));
                    return columns;
                }))
                .isEqualTo(expected);
    }

    /// Of slides the portal keeps the table has a lasting address and the API a caller's own, short-lived one.
    private static @Nullable String kept(@Nullable String address) {
        return address == null || address.startsWith("http") ? address : "kept by the portal";
    }

    @Test
    void recordingsAreWhatTheApiSays() {
        var said = client.data(admin, """
                { trainingDay(dayNumber: 1) { recordings { recordingId dayNumber title videoUrl platform duration
                    uploadedAt uploadedBy { userId } viewCount isActive } } }""").at("/trainingDay/recordings");
        var expected = map(
                said,
                each -> each.path("recordingId").asText(),
                each -> values(
                        each.path("dayNumber").asInt(),
                        each.path("title").asText(),
                        each.path("videoUrl").asText(),
                        each.path("platform").asText().toLowerCase(Locale.ROOT),
                        each.path("duration").asText(),
                        instant(each.path("uploadedAt")),
                        text(each.at("/uploadedBy/userId")),
                        each.path("viewCount").asInt(),
                        each.path("isActive").asBoolean()));
        assertThat(expected).hasSize(1);
        assertThat(map(tables.rows("recordings"), row -> row.getString(0), row -> columns(row, 1, 10)))
                .isEqualTo(expected);
    }

    @Test
    void usersAreWhatTheApiSaysAndTheirPasswordsAreHashed() {
        var said = nodes(client.data(admin, """
                { users { edges { node { userId email role createdAt lastLogin } } } }""").path("users"));
        var expected = map(
                said,
                each -> each.path("userId").asText(),
                each -> values(
                        each.path("email").asText(),
                        each.path("role").asText().toLowerCase(Locale.ROOT),
                        instant(each.path("createdAt")),
                        instant(each.path("lastLogin"))));
        assertThat(expected).hasSize(2);
        var rows = tables.rows("users");
        assertThat(map(rows, row -> row.getString(0), row -> {
                    var columns = columns(row, 1, 6);
                    columns.remove(1);
                    return columns;
                }))
                .isEqualTo(expected);
        assertThat(rows)
                .allSatisfy(
                        row -> assertThat(row.<String>getAs("password_hash")).startsWith("$argon2id$"));
    }

    @Test
    void progressIsWhatTheApiSays() {
        var said = client.data(admin, """
                query($id: ID) { userProgress(userId: $id) { userId dayNumber viewedPresentation viewedRecording
                    completionPercentage lastAccessed } }""", Map.of("id", studentId)).path("userProgress");
        var expected = map(
                said,
                each -> each.path("dayNumber").asInt(),
                each -> values(
                        each.path("userId").asText(),
                        each.path("viewedPresentation").asBoolean(),
                        each.path("viewedRecording").asBoolean(),
                        (float) each.path("completionPercentage").asDouble(),
                        instant(each.path("lastAccessed"))));
        assertThat(expected).hasSize(1);
        assertThat(map(tables.rows("user_progress"), row -> row.getInt(2), row -> {
                    var columns = columns(row, 1, 7);
                    columns.remove(1);
                    return columns;
                }))
                .isEqualTo(expected);
    }

    @Test
    void theAuditLogIsWhatTheApiSays() {
        var said = nodes(client.data(admin, """
                { adminActions { edges { node { actionId adminId actionType dayNumber metadata timestamp } } } }""").path("adminActions"));
        var expected = map(
                said,
                each -> each.path("actionId").asText(),
                each -> values(
                        each.path("adminId").asText(),
                        each.path("actionType").asText(),
                        each.path("dayNumber").isNull()
                                ? null
                                : each.path("dayNumber").asInt(),
                        PortalClient.json(each.path("metadata").asText()),
                        instant(each.path("timestamp"))));
        assertThat(expected).hasSize(2);
        assertThat(map(tables.rows("admin_actions"), row -> row.getString(0), row -> {
                    var columns = columns(row, 1, 6);
                    columns.set(3, PortalClient.json(row.getString(4)));
                    return columns;
                }))
                .isEqualTo(expected);
    }

    @Test
    void theHistoryOfATableTellsWhoUnlockedADay() {
        var notes = tables.sql("DESCRIBE HISTORY {training_content}").stream()
                .map(row -> row.<@Nullable String>getAs("userMetadata"))
                .filter(note -> note != null && note.contains("unlock_day"))
                .toList();
        assertThat(notes)
                .singleElement()
                .satisfies(note -> assertThat(note)
                        .contains(client.data(admin, "{ me { userId } }")
                                .at("/me/userId")
                                .asText()));
    }

    @Test
    void anEarlierStateOfTheCourseCanBeRead() {
        var before = tables.sql("SELECT count(*) FROM {training_content} VERSION AS OF 1 WHERE is_unlocked");
        var now = tables.sql("SELECT count(*) FROM {training_content} WHERE is_unlocked");
        assertThat(before.getFirst().getLong(0)).isZero();
        assertThat(now.getFirst().getLong(0)).isEqualTo(1);
    }

    private static Iterable<JsonNode> nodes(JsonNode connection) {
        return StreamSupport.stream(connection.path("edges").spliterator(), false)
                .map(edge -> edge.path("node"))
                .toList();
    }

    private static <T, K> Map<K, List<@Nullable Object>> map(
            Iterable<T> all, Function<T, K> key, Function<T, List<@Nullable Object>> values) {
        return StreamSupport.stream(all.spliterator(), false)
                .collect(Collectors.toMap(key, values, (one, other) -> one, TreeMap::new));
    }

    private static List<@Nullable Object> values(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    private static List<@Nullable Object> columns(Row row, int from, int to) {
        var columns = new ArrayList<@Nullable Object>();
        for (var at = from; at < to; at++) {
            var value = row.get(at);
            columns.add(value instanceof Timestamp timestamp ? timestamp.toInstant() : value);
        }
        return columns;
    }

    private static @Nullable Object instant(JsonNode value) {
        return value.isNull() ? null : OffsetDateTime.parse(value.asText()).toInstant();
    }

    private static @Nullable Object text(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? null : value.asText();
    }
}
