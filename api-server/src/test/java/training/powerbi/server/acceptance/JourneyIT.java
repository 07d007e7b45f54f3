package training.powerbi.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.lakehouse.testing.Foreigner;
import training.powerbi.server.testing.GraphQlSocket;

/// The main job, end to end: a trainer opens days and adds recordings, students elsewhere see it at once.
class JourneyIT {
    private static final String DAYS =
            "subscription { dayChanged { kind day { dayNumber presentationUrl } revision } }";

    @TempDir
    private Path data;

    private RunningPortal portal;
    private String trainer;
    private String student;

    @BeforeEach
    void start() {
        portal = RunningPortal.over(data);
        trainer = portal.adminToken();
        student = portal.register("asha@example.com").path("access_token").asString();
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    /// A socket of the student with the document subscribed; a query behind it shows that the server has it.
    private GraphQlSocket subscribed(String token, String document) {
        var socket = GraphQlSocket.signedIn(portal.address(), token);
        socket.subscribe("events", document);
        socket.subscribe("fence", "{ me { userId } }");
        assertThat(socket.next().path("id").asString()).isEqualTo("fence");
        assertThat(socket.next().path("type").asString()).isEqualTo("complete");
        return socket;
    }

    private static JsonNode event(GraphQlSocket socket, String field) {
        var frame = socket.next();
        assertThat(frame.path("type").asString()).as(frame.toString()).isEqualTo("next");
        return frame.at("/payload/data/" + field);
    }

    private JsonNode day(String token, int day) {
        return portal.data(
                        token,
                        "{ trainingDay(dayNumber: %d) { isUnlocked revision presentationUrl recordings { recordingId title } progress { completionPercentage } } }"
                                .formatted(day))
                .path("trainingDay");
    }

    private JsonNode trainerDoes(String mutation) {
        return portal.data(trainer, "mutation { " + mutation + " }");
    }

    @Test
    void anUnlockIsSeenByQueriesAndSubscribersAndSurvivesARestart() {
        trainerDoes("updateDay(dayNumber: 1, input: { presentationUrl: \"/slides/1\" }) { dayNumber }");
        try (var socket = subscribed(student, DAYS)) {
            long before = day(student, 1).path("revision").asLong();
            trainerDoes("unlockDay(dayNumber: 1) { dayNumber }");
            assertThat(day(student, 1).path("isUnlocked").asBoolean()).isTrue();

            var event = event(socket, "dayChanged");
            assertThat(event.path("kind").asString()).isEqualTo("UNLOCKED");
            assertThat(event.at("/day/presentationUrl").asString()).isEqualTo("/slides/1");
            assertThat(event.path("revision").asLong()).isGreaterThan(before);
        }
        stop();
        portal = RunningPortal.over(data);
        assertThat(day(student, 1).path("isUnlocked").asBoolean()).isTrue();
    }

    @Test
    void whatHappensBehindTheLockIsNotHeard() {
        try (var recordings = subscribed(student, "subscription { recordingAdded { dayNumber title } }");
                var days = subscribed(student, DAYS)) {
            trainerDoes(recording(5, "CNRY"));
            trainerDoes("updateDay(dayNumber: 5, input: { presentationUrl: \"/CNRY\" }) { dayNumber }");
            trainerDoes("unlockDay(dayNumber: 1) { dayNumber }");
            trainerDoes(recording(1, "Session 1"));

            assertThat(event(recordings, "recordingAdded").path("title").asString())
                    .isEqualTo("Session 1");
            assertThat(event(days, "dayChanged").at("/day/dayNumber").asInt()).isEqualTo(1);
        }
    }

    @Test
    void lockingAgainTakesTheContentAtOnceAndTheProgressNever() {
        trainerDoes("unlockDay(dayNumber: 2) { dayNumber }");
        trainerDoes(recording(2, "Session 2"));
        portal.data(
                student, "mutation { markContentViewed(dayNumber: 2, contentType: RECORDING) { viewedRecording } }");
        trainerDoes("lockDay(dayNumber: 2) { dayNumber }");

        var locked = day(student, 2);
        assertThat(locked.path("recordings")).isEmpty();
        assertThat(locked.at("/progress/completionPercentage").asDouble()).isEqualTo(60);
        var refused = portal.ask(
                student, "mutation { markContentViewed(dayNumber: 2, contentType: PRESENTATION) { dayNumber } }");
        assertThat(refused.at("/errors/0/extensions/code").asString()).isEqualTo("DAY_LOCKED");
        assertThat(refused.at("/errors/0/extensions/classification").asString()).isEqualTo("FORBIDDEN");
    }

    @Test
    void progressIsLiveForTheTrainer() {
        trainerDoes("unlockDay(dayNumber: 3) { dayNumber }");
        try (var socket = subscribed(trainer, "subscription { progressUpdated { dayNumber completionPercentage } }")) {
            portal.data(
                    student, "mutation { markContentViewed(dayNumber: 3, contentType: PRESENTATION) { dayNumber } }");

            assertThat(event(socket, "progressUpdated")
                            .path("completionPercentage")
                            .asDouble())
                    .isEqualTo(100);
        }
    }

    /// A row as another program writes it.
    private record Content(
            int dayNumber,
            String title,
            String description,
            boolean isUnlocked,
            @Nullable Instant unlockedAt,
            @Nullable String unlockedBy,
            @Nullable String presentationUrl,
            @Nullable String resourcesUrl,
            Instant createdAt,
            Instant updatedAt) {}

    @Test
    void aDayThatAnotherProgramOpensIsLive() throws IOException {
        var foreigner = new Foreigner(data, "training_content");
        var rows = foreigner.read(row -> content(
                row.getInt("day_number"),
                row.getString("title"),
                row.getString("description"),
                row.getTimestamp("created_at")));
        try (var socket = subscribed(student, "subscription { dayUnlocked { dayNumber isUnlocked } }")) {
            foreigner.overwrite(rows, true);

            assertThat(event(socket, "dayUnlocked").path("dayNumber").asInt()).isEqualTo(4);
        }
        assertThat(day(student, 4).path("isUnlocked").asBoolean()).isTrue();
        assertThat(portal.data(trainer, "{ adminActions(actionType: \"external_change\") { totalCount } }")
                        .at("/adminActions/totalCount")
                        .asInt())
                .isEqualTo(1);
    }

    private static Content content(int day, String title, String description, Timestamp created) {
        var at = created.toInstant();
        return new Content(day, title, description, day == 4, null, null, null, null, at, at);
    }

    @Test
    void anIndependentReaderFindsEveryRow() throws IOException {
        trainerDoes("unlockDay(dayNumber: 1) { dayNumber }");
        trainerDoes(recording(1, "Session 1"));
        portal.data(student, "mutation { markContentViewed(dayNumber: 1, contentType: PRESENTATION) { dayNumber } }");

        var status = portal.context().getBean(Lakehouse.class).status();
        assertThat(status.rows())
                .containsAllEntriesOf(Map.of(
                        "users", 2, "training_content", 12, "recordings", 1, "user_progress", 1, "admin_actions", 2));
        for (var table : List.of("users", "training_content", "recordings", "user_progress", "admin_actions")) {
            assertThat(new Foreigner(data, table).read(row -> row))
                    .as(table)
                    .hasSize(status.rows().getOrDefault(table, -1));
        }
    }

    private static String recording(int day, String title) {
        return "uploadRecording(dayNumber: %d, title: \"%s\", videoUrl: \"https://youtu.be/dQw4w9WgXcQ\", duration: \"1h\") { recordingId }"
                .formatted(day, title);
    }
}
