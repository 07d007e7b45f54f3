package training.powerbi.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import training.powerbi.lakehouse.testing.Foreigner;

/// Slides first, recording later: completion is of the recordings active now, in answers and in the table.
class NewRecordingIT {
    /// A row as a portal before this rule left it.
    record OldRow(
            String progressId,
            String userId,
            int dayNumber,
            boolean viewedPresentation,
            boolean viewedRecording,
            float completionPercentage,
            Instant lastAccessed,
            String playback) {}

    @TempDir
    private Path data;

    @Test
    void aRecordingThatComesLaterOpensADoneDayAgainAndOneThatGoesClosesIt() throws IOException {
        String student;
        try (var portal = RunningPortal.over(data)) {
            var admin = portal.adminToken();
            var account = portal.register("student@example.com");
            student = account.at("/user/userId").asString();
            var token = account.path("access_token").asString();
            portal.data(admin, "mutation { unlockDay(dayNumber: 1) { dayNumber } }");
            portal.data(token, "mutation { markContentViewed(dayNumber: 1, contentType: PRESENTATION) { dayNumber } }");
            assertThat(progress(portal, token).path("completionPercentage").asDouble())
                    .isEqualTo(100);

            var first = record(portal, admin, 100);
            becomes(portal, token, 40, false);
            portal.data(token, "mutation { markContentViewed(dayNumber: 1, contentType: RECORDING) { dayNumber } }");
            becomes(portal, token, 100, true);
            var second = record(portal, admin, 300);
            becomes(portal, token, 55, false);
            portal.data(
                    admin,
                    "mutation { updateRecording(recordingId: \"%s\", input: { duration: \"PT100S\" }) { title } }"
                            .formatted(second));
            becomes(portal, token, 70, false);
            portal.data(admin, "mutation { removeRecording(recordingId: \"%s\") { title } }".formatted(second));
            becomes(portal, token, 100, true);
            assertThat(first).isNotEqualTo(second);
            assertThat(stored()).contains(100f);
        }
        new Foreigner(data, "user_progress")
                .append(List.of(new OldRow(
                        "old",
                        student,
                        2,
                        true,
                        true,
                        100,
                        Instant.parse("2026-01-01T00:00:00Z"),
                        "{\"gone\":{\"position\":5,\"at\":7,\"watched\":[[0,9],[20,30]]}}")));
        try (var portal = RunningPortal.over(data)) {
            record(portal, portal.adminToken(), 2, 100);
            await().until(() -> stored().contains(40f));
        }
        try (var _ = RunningPortal.over(data)) {
            assertThat(stored()).containsExactlyInAnyOrder(100f, 40f);
        }
    }

    private List<Float> stored() throws IOException {
        return new Foreigner(data, "user_progress").read(row -> row.getFloat("completion_percentage"));
    }

    private static String record(PortalHttp portal, String admin, int seconds) {
        return record(portal, admin, 1, seconds);
    }

    private static String record(PortalHttp portal, String admin, int day, int seconds) {
        return portal.data(admin, """
                        mutation { uploadRecording(dayNumber: %d, title: "Session",
                          videoUrl: "https://media.example.com/1.mp4", duration: "PT%dS") { recordingId } }
                        """.formatted(day, seconds))
                .at("/uploadRecording/recordingId")
                .asString();
    }

    private static void becomes(PortalHttp portal, String token, double percentage, boolean recordingSeen) {
        await().untilAsserted(() -> {
            var now = progress(portal, token);
            assertThat(now.path("completionPercentage").asDouble()).isEqualTo(percentage);
            assertThat(now.path("viewedRecording").asBoolean()).isEqualTo(recordingSeen);
        });
    }

    private static JsonNode progress(PortalHttp portal, String token) {
        return portal.data(token, "{ trainingDay(dayNumber: 1) { progress { completionPercentage viewedRecording } } }")
                .at("/trainingDay/progress");
    }
}
