package training.powerbi.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Compaction and vacuum by Spark while the server takes writes: nothing that was acknowledged is lost.
class SparkMaintainsBesideTheServerIT {
    private static final List<String> TABLES = List.of("training_content", "user_progress", "admin_actions");

    private final AtomicBoolean done = new AtomicBoolean();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final Map<Integer, String> lastOfDay = new ConcurrentHashMap<>();

    @Test
    void nothingAcknowledgedIsLost(@TempDir Path data) throws Exception {
        try (var portal = PortalProcess.over(data);
                var client = portal.client()) {
            var tables = SparkTables.of(data);
            var admin = client.adminToken();
            spreadOverFiles(tables);
            var orphan = oldOrphan(tables.folder().resolve("training_content"));
            await("the rows of Spark").atMost(Duration.ofSeconds(20)).until(() -> client.data(
                                    admin, "{ courseOutline { dayNumber } }")
                            .path("courseOutline")
                            .size()
                    == 16);
            var externalChanges = client.actions(admin, "external_change").size();

            int compacted;
            try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> running = IntStream.rangeClosed(1, 4)
                        .<Future<?>>mapToObj(day -> writers.submit(() -> write(client, admin, day)))
                        .toList();
                compacted = maintain(tables);
                done.set(true);
                for (var writer : running) {
                    writer.get();
                }
            }

            assertThat(compacted).as("compactions that won").isPositive();
            assertThat(acknowledged.get()).isPositive();
            assertThat(orphan).as("an old file that no version names").doesNotExist();
            assertEverythingIsThere(client, admin);
            assertThat(client.actions(admin, "external_change")).hasSize(externalChanges);
            assertThat(client.health(admin).path("status").asText()).isEqualTo("ok");
            assertThat(tables.sql("SELECT count(*) FROM {admin_actions} WHERE action_type = 'update_day'")
                            .getFirst()
                            .getLong(0))
                    .isEqualTo(acknowledged.get());
            assertThat(tables.protocol("training_content")).isEqualTo(SparkTables.PLAIN);
        }
        try (var portal = PortalProcess.over(data);
                var client = portal.client()) {
            assertEverythingIsThere(client, client.adminToken());
        }
    }

    /// Single inserts leave single files, so that there is something to compact.
    private static void spreadOverFiles(SparkTables tables) {
        for (var day = 13; day <= 16; day++) {
            tables.sql("INSERT INTO {training_content} (day_number, title, description, is_unlocked, created_at, updated_at)"
                    + " VALUES (" + day + ", 'More', '', false, current_timestamp(), current_timestamp())");
        }
    }

    private static Path oldOrphan(Path table) throws IOException {
        var file = Files.write(table.resolve("part-00000-left-behind.snappy.parquet"), new byte[] {1, 2, 3});
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(30))));
    }

    private void write(PortalClient client, String admin, int day) {
        for (var round = 1; !done.get(); round++) {
            var text = "round " + round;
            client.data(
                    admin,
                    "mutation($day: Int!, $text: String!) { updateDay(dayNumber: $day, input: {description: $text})"
                            + " { editVersion } }",
                    Map.of("day", day, "text", text));
            lastOfDay.put(day, text);
            acknowledged.incrementAndGet();
        }
    }

    /// Compacts and vacuums each table until a compaction got through; one that loses against the server's
    /// commits changes nothing and is tried again.
    private static int maintain(SparkTables tables) {
        var compacted = 0;
        for (var table : TABLES) {
            for (var attempt = 1; attempt <= 10; attempt++) {
                try {
                    tables.sql("OPTIMIZE {" + table + "}");
                    compacted++;
                    break;
                } catch (RuntimeException lost) {
                    assertThat(lost).rootCause().hasMessageContaining("oncurrent");
                }
            }
            tables.sql("VACUUM {" + table + "}");
        }
        return compacted;
    }

    private void assertEverythingIsThere(PortalClient client, String admin) {
        lastOfDay.forEach((day, text) -> assertThat(client.data(
                                admin,
                                "query($day: Int!) { trainingDay(dayNumber: $day) { description } }",
                                Map.of("day", day))
                        .at("/trainingDay/description")
                        .asText())
                .as("day " + day)
                .isEqualTo(text));
        assertThat(client.count(admin, "update_day")).isEqualTo(acknowledged.get());
    }
}
