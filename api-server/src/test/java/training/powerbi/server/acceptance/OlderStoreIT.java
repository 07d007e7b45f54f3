package training.powerbi.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.lakehouse.open.Lakehouses;
import training.powerbi.model.VideoPlatform;

/// A store of a portal that knew neither dates of sessions nor edit versions of recordings.
class OlderStoreIT {
    private static final Instant MADE = Instant.parse("2026-03-01T09:00:00Z");

    record Day(
            int dayNumber,
            String title,
            String description,
            boolean isUnlocked,
            @Nullable Instant unlockedAt,
            @Nullable String unlockedBy,
            @Nullable String presentationUrl,
            @Nullable String resourcesUrl,
            Instant createdAt,
            Instant updatedAt,
            @Nullable Integer editVersion) {}

    record Session(
            String recordingId,
            int dayNumber,
            String title,
            String videoUrl,
            VideoPlatform platform,
            String duration,
            Instant uploadedAt,
            @Nullable String uploadedBy,
            int viewCount,
            boolean isActive) {}

    @TempDir
    private Path data;

    @Test
    void getsTheNewColumnsAtTheNextStartAndLosesNothing() throws IOException {
        try (var store = Lakehouses.open(data)) {
            store.table(TableDefinition.of("training_content", Day.class, Day::dayNumber))
                    .append(List.of(
                            new Day(1, "Start", "First steps", true, MADE, "admin-1", null, null, MADE, MADE, 7)));
            store.table(TableDefinition.of("recordings", Session.class, Session::recordingId))
                    .append(List.of(new Session(
                            "old",
                            1,
                            "Session one",
                            "https://media.example.com/1.mp4",
                            VideoPlatform.DIRECT,
                            "PT1H",
                            MADE,
                            null,
                            3,
                            true)));
        }
        var at = Clock.systemUTC().instant().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        try (var portal = RunningPortal.over(data)) {
            var admin = portal.adminToken();
            assertThat(
                            portal.data(
                                    admin,
                                    "{ trainingDays { title isUnlocked scheduledAt recordings { title viewCount editVersion } } }"))
                    .hasToString("{\"trainingDays\":[{\"title\":\"Start\",\"isUnlocked\":true,\"scheduledAt\":null,"
                            + "\"recordings\":[{\"title\":\"Session one\",\"viewCount\":3,\"editVersion\":1}]}]}");
            portal.data(
                    admin, "mutation { scheduleDay(dayNumber: 1, scheduledAt: \"%s\") { dayNumber } }".formatted(at));
            portal.data(
                    admin, "mutation { updateRecording(recordingId: \"old\", input: { title: \"One\" }) { title } }");
        }
        try (var portal = RunningPortal.over(data)) {
            assertThat(portal.data(
                            portal.adminToken(), "{ trainingDays { scheduledAt recordings { title editVersion } } }"))
                    .hasToString("{\"trainingDays\":[{\"scheduledAt\":\"%s\",".formatted(at)
                            + "\"recordings\":[{\"title\":\"One\",\"editVersion\":2}]}]}");
        }
    }
}
