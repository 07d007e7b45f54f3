package training.powerbi.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import training.powerbi.server.testing.GraphQlSocket;

/// A trainer's planning over the wire: dates of sessions, and edits that must not hide each other.
class ScheduleIT {
    @TempDir
    private static Path data;

    private static RunningPortal portal;
    private static String admin;
    private static String student;
    private static LocalDate start;

    @BeforeAll
    static void open() {
        start = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC).plusMonths(1);
        portal = RunningPortal.over(data);
        admin = portal.adminToken();
        student = portal.register("student@example.com").path("access_token").asString();
    }

    @AfterAll
    static void close() {
        portal.close();
    }

    private static JsonNode trainer(String mutation) {
        return portal.data(admin, "mutation { " + mutation + " }");
    }

    private static String plan(String more) {
        return "scheduleDays(startDate: \"%s\", time: \"18:30\"%s) { dayNumber title scheduledAt previousScheduledAt editVersion }"
                .formatted(start, more);
    }

    @Test
    void aPlanIsPreviewedThenAppliedAndEveryoneSeesIt() {
        var preview = trainer(plan(", weekdaysOnly: false, preview: true")).path("scheduleDays");
        assertThat(preview).hasSize(12);
        assertThat(preview.get(0).path("scheduledAt").asString()).isEqualTo(start + "T13:00:00Z");
        assertThat(portal.data(student, "{ trainingDay(dayNumber: 1) { scheduledAt } }"))
                .hasToString("{\"trainingDay\":{\"scheduledAt\":null}}");

        var versions = preview.findValuesAsString("editVersion");
        var applied = trainer(plan(", weekdaysOnly: false, expectedEditVersions: " + versions));
        assertThat(applied.path("scheduleDays").findValuesAsString("scheduledAt"))
                .isEqualTo(preview.findValuesAsString("scheduledAt"));
        assertThat(portal.data(student, "{ trainingDays { scheduledAt } }").findValuesAsString("scheduledAt"))
                .isEqualTo(preview.findValuesAsString("scheduledAt"));
        assertThat(portal.ask(null, "{ courseOutline { scheduledAt } }").findValuesAsString("scheduledAt"))
                .isEqualTo(preview.findValuesAsString("scheduledAt"));
        assertThat(code("mutation { " + plan(", expectedEditVersions: " + versions) + " }"))
                .isEqualTo("CONFLICTING_UPDATE");
    }

    @Test
    void aStudentWhoWaitsHearsOfANewDateOfALockedDay() {
        try (var socket = GraphQlSocket.signedIn(portal.address(), student)) {
            socket.subscribe("1", "subscription { dayChanged { kind day { dayNumber scheduledAt presentationUrl } } }");
            portal.data(student, "{ me { email } }");
            var at = start + "T08:00:00Z";
            JsonNode heard = null;
            while (heard == null) {
                trainer("scheduleDay(dayNumber: 9, scheduledAt: null) { dayNumber }");
                trainer("scheduleDay(dayNumber: 9, scheduledAt: \"" + at + "\") { dayNumber }");
                heard = socket.poll(java.time.Duration.ofMillis(500));
            }
            while (heard.at("/payload/data/dayChanged/day/scheduledAt").isNull()) {
                heard = socket.next();
            }
            assertThat(heard.at("/payload/data/dayChanged"))
                    .hasToString("{\"kind\":\"EDITED\",\"day\":{\"dayNumber\":9,\"scheduledAt\":\"" + at
                            + "\",\"presentationUrl\":null}}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scheduleDays(startDate: \"2026-02-30\", time: \"18:30\") { title } | BAD_USER_INPUT | startDate",
                "scheduleDays(startDate: \"2126-02-01\", time: \"18:30\") { title } | BAD_USER_INPUT | startDate",
                "scheduleDays(startDate: \"2027-02-01\", time: \"25:00\") { title } | BAD_USER_INPUT | time",
                "scheduleDay(dayNumber: 1, scheduledAt: \"2126-02-01T10:00:00Z\") { title } | BAD_USER_INPUT | scheduledAt",
                "scheduleDay(dayNumber: 1, scheduledAt: \"next week\") { title } | BAD_USER_INPUT |",
                "scheduleDay(dayNumber: 99, scheduledAt: null) { title } | DAY_NOT_FOUND |",
                "scheduleDay(dayNumber: 1, expectedEditVersion: 99) { title } | CONFLICTING_UPDATE |"
            })
    void whatCannotBeDoneIsRefusedByItsCode(String mutation, String code, String field) {
        var error = portal.ask(admin, "mutation { " + mutation + " }").at("/errors/0");
        assertThat(error.at("/extensions/code").asString()).isEqualTo(code);
        if (field != null) {
            assertThat(error.at("/extensions/field").asString()).isEqualTo(field);
        }
    }

    @Test
    void twoTrainersDoNotOverwriteEachOthersRecording() {
        var id = recording();
        var edit =
                "updateRecording(recordingId: \"%s\", input: { title: \"%s\", expectedEditVersion: 1 }) { title editVersion }";
        assertThat(trainer(edit.formatted(id, "Mine")))
                .hasToString("{\"updateRecording\":{\"title\":\"Mine\",\"editVersion\":2}}");

        assertThat(code("mutation { " + edit.formatted(id, "Yours") + " }")).isEqualTo("CONFLICTING_UPDATE");
        assertThat(portal.data(admin, "{ trainingDay(dayNumber: 11) { recordings { title } } }")
                        .toString())
                .contains("Mine")
                .doesNotContain("Yours");
    }

    @Test
    void aTrainerFindsWhatWasRemovedAndBringsItBack() {
        portal.data(admin, "mutation { unlockDay(dayNumber: 12) { dayNumber } }");
        var id = trainer("uploadRecording(dayNumber: 12, title: \"R\", videoUrl: \"https://youtu.be/dQw4w9WgXcQ\","
                        + " duration: \"1h\") { recordingId }")
                .at("/uploadRecording/recordingId")
                .asString();
        trainer("removeRecording(recordingId: \"" + id + "\") { editVersion }");

        var asked =
                "{ trainingDay(dayNumber: 12) { recordings { recordingId } removedRecordings { recordingId isActive editVersion } } }";
        assertThat(portal.data(admin, asked))
                .hasToString("{\"trainingDay\":{\"recordings\":[],\"removedRecordings\":[{\"recordingId\":\"" + id
                        + "\",\"isActive\":false,\"editVersion\":2}]}}");
        assertThat(portal.data(student, asked))
                .hasToString("{\"trainingDay\":{\"recordings\":[],\"removedRecordings\":[]}}");

        trainer("restoreRecording(recordingId: \"" + id + "\") { editVersion }");
        assertThat(portal.data(admin, asked))
                .hasToString("{\"trainingDay\":{\"recordings\":[{\"recordingId\":\"" + id
                        + "\"}],\"removedRecordings\":[]}}");
    }

    private static String recording() {
        return trainer("uploadRecording(dayNumber: 11, title: \"R\", videoUrl: \"https://youtu.be/dQw4w9WgXcQ\","
                        + " duration: \"1h\") { recordingId }")
                .at("/uploadRecording/recordingId")
                .asString();
    }

    private static String code(String document) {
        return portal.ask(admin, document).at("/errors/0/extensions/code").asString();
    }
}
