package training.powerbi.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An analyst changes tables with Spark while the server runs and nobody else writes.
class SparkWritesBesideTheServerIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path data;

    private PortalProcess portal;
    private PortalClient client;
    private SparkTables tables;
    private String admin;
    private String student;

    @BeforeEach
    void start() {
        portal = PortalProcess.over(data);
        client = portal.client();
        tables = SparkTables.of(data);
        admin = client.adminToken();
        student = client.register("student@example.com").path("access_token").asText();
    }

    @AfterAll
    static void stopSpark() {
        SparkTables.stop();
    }

    @AfterEach
    void stop() {
        client.close();
        portal.close();
    }

    @Test
    void aDayUnlockedInATableReachesAStudentLiveAndIsAuditedOnce() {
        try (var live = client.subscribe(student, "subscription { dayUnlocked { dayNumber title isUnlocked } }")) {
            // The first statement warms Spark up and proves the subscription does not report what is unchanged.
            tables.sql("UPDATE {training_content} SET is_unlocked = false WHERE day_number = 3 AND is_unlocked");
            tables.sql("UPDATE {training_content} SET is_unlocked = true, unlocked_at = current_timestamp() "
                    + "WHERE day_number = 3");
            await("the day at the student's")
                    .atMost(SOON)
                    .until(() -> !live.events().isEmpty());
            assertThat(live.events()).singleElement().satisfies(event -> {
                assertThat(event.at("/dayUnlocked/dayNumber").asInt()).isEqualTo(3);
                assertThat(event.at("/dayUnlocked/isUnlocked").asBoolean()).isTrue();
            });
        }
        assertThat(day(3).path("isUnlocked").asBoolean()).isTrue();
        assertThat(day(3).path("unlockedAt").isNull()).isFalse();
        assertThat(externalChanges()).singleElement().satisfies(action -> {
            var metadata = PortalClient.json(action.path("metadata").asText());
            assertThat(metadata.path("table").asText()).isEqualTo("training_content");
            assertThat(metadata.path("operation").asText()).isEqualTo("UPDATE");
            assertThat(metadata.path("rows").asInt()).isEqualTo(1);
        });
    }

    @Test
    void rowsThatSparkInsertsAreServedAndSurviveARestart() throws IOException {
        var studentId =
                client.data(student, "{ me { userId } }").at("/me/userId").asText();
        tables.sql("""
                INSERT INTO {training_content} (day_number, title, description, is_unlocked, created_at, updated_at)
                VALUES (13, 'Deployment pipelines', 'From development to production', true,
                    TIMESTAMP'2026-01-31 10:15:30.123456Z', TIMESTAMP'2026-01-31 10:15:30.123456Z')""");
        tables.sql("""
                INSERT INTO {user_progress} (progress_id, user_id, day_number, viewed_presentation,
                    viewed_recording, completion_percentage, last_accessed)
                VALUES ('0b0a6c1e-3f5e-4a52-9d0c-1d1f6c0d7a13', '%s', 13, true, false, 37.5, TIMESTAMP'2026-01-31 11:00:00Z')""".formatted(studentId));
        await("the new day and the progress")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(
                                progressOn13().path("completionPercentage").asDouble())
                        .isEqualTo(37.5));
        assertThatDay13IsServed();

        // The portal goes on with what Spark wrote: its next commit rewrites Spark's files.
        client.data(admin, "mutation { updateDay(dayNumber: 13, input: {title: \"Pipelines\"}) { editVersion } }");
        client.data(student, "mutation { markContentViewed(dayNumber: 13, contentType: RECORDING) { dayNumber } }");
        var audit = externalChanges().size();
        var progress = progressOn13();
        stop();
        startAgain();

        assertThat(day(13).path("title").asText()).isEqualTo("Pipelines");
        assertThatDay13IsServed();
        assertThat(progressOn13()).isEqualTo(progress);
        assertThat(externalChanges()).hasSize(audit).hasSize(2);
        assertThat(tables.sql("SELECT title FROM {training_content} WHERE day_number = 13"))
                .singleElement()
                .satisfies(row -> assertThat(row.getString(0)).isEqualTo("Pipelines"));
    }

    @Test
    void nothingSparkWritesChangesWhatTheTablesAskOfTheirReaders() throws IOException {
        tables.sql("UPDATE {training_content} SET is_unlocked = true WHERE day_number = 2");
        tables.sql("DELETE FROM {training_content} WHERE day_number = 12");
        await("the day to go").atMost(SOON).until(() -> day(12).isNull());
        assertThat(tables.protocol("training_content")).isEqualTo(SparkTables.PLAIN);
        try (var files = Files.walk(tables.folder().resolve("training_content"))) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("deletion_vector")))
                    .isEmpty();
        }
    }

    @Test
    void aRowThatBreaksARuleIsLeftOutAndHealthSaysSo() {
        tables.sql("""
                INSERT INTO {training_content} (day_number, title, description, is_unlocked, created_at, updated_at)
                VALUES (1, 'A second day 1', '', true, current_timestamp(), current_timestamp())""");
        await("the report")
                .atMost(SOON)
                .until(() -> client.health(admin).toString().contains("training_content"));
        assertThat(day(1).path("title").asText()).isNotEqualTo("A second day 1");
        client.data(admin, "mutation { unlockDay(dayNumber: 1) { dayNumber } }");
        assertThat(day(1).path("isUnlocked").asBoolean()).isTrue();
    }

    private void startAgain() {
        portal = PortalProcess.over(data);
        client = portal.client();
        admin = client.adminToken();
        student = client.login("student@example.com", PortalClient.STUDENT_PASSWORD)
                .path("access_token")
                .asText();
    }

    private void assertThatDay13IsServed() {
        assertThat(day(13).path("description").asText()).isEqualTo("From development to production");
        assertThat(day(13).path("createdAt").asText()).startsWith("2026-01-31T10:15:30.123456");
    }

    private JsonNode day(int number) {
        return client.data(
                        admin,
                        "query($day: Int!) { trainingDay(dayNumber: $day) { title description isUnlocked unlockedAt"
                                + " createdAt editVersion } }",
                        Map.of("day", number))
                .path("trainingDay");
    }

    private JsonNode progressOn13() {
        return client.data(
                        student,
                        "{ trainingDay(dayNumber: 13) { progress { viewedPresentation viewedRecording"
                                + " completionPercentage lastAccessed } } }")
                .at("/trainingDay/progress");
    }

    private List<JsonNode> externalChanges() {
        return client.actions(admin, "external_change");
    }
}
