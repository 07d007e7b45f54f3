package training.powerbi.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.delta.exceptions.DeltaConcurrentModificationException;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Compaction and vacuum by Spark while the server takes writes: nothing that was acknowledged is lost.
class SparkMaintainsBesideTheServerIT {
    private static final List<String> TABLES = List.of("training_content", "user_progress", "admin_actions");

    private final AtomicBoolean quiet = new AtomicBoolean();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger changes = new AtomicInteger();
    private final AtomicInteger writing = new AtomicInteger();
    private final Map<Integer, String> lastOfDay = new ConcurrentHashMap<>();

    @AfterAll
    static void stopSpark() {
        SparkTables.stop();
    }

    @Test
    void nothingAcknowledgedIsLost(@TempDir Path data) throws Exception {
        try (var portal = PortalProcess.over(data);
                var client = portal.client()) {
            var tables = SparkTables.ofBusyPortal(data);
            var admin = client.adminToken();
            insertDaysOneByOne(tables);
            var orphan = oldOrphan(tables.folder().resolve("training_content"));
            await("the days of Spark").atMost(Duration.ofMinutes(1)).until(() -> days(client, admin) == 16);
            var externalChanges = client.count(admin, "external_change");

            try (var clock = Executors.newScheduledThreadPool(4)) {
                var writers = IntStream.rangeClosed(1, 4)
                        .mapToObj(day -> clock.scheduleWithFixedDelay(
                                () -> write(client, admin, day), 0, 500, TimeUnit.MILLISECONDS))
                        .toList();
                TABLES.forEach(table -> mayLose(() -> tables.sql("OPTIMIZE {" + table + "}")));
                TABLES.forEach(table -> mayLose(() -> tables.sql("VACUUM {" + table + "}")));
                quiet.set(true);
                await("a quiet moment").until(() -> writing.get() == 0);
                TABLES.forEach(table -> tables.sql("OPTIMIZE {" + table + "}"));
                var before = acknowledged.get();
                quiet.set(false);
                await("writes after the compaction")
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> acknowledged.get() >= before + 8);
                assertThat(writers).as("writers that failed").noneMatch(Future::isDone);
            }

            assertThat(orphan).as("an old file that no version names").doesNotExist();
            assertThat(tables.sql("DESCRIBE HISTORY {training_content}"))
                    .as("compactions that went through")
                    .anyMatch(version -> version.getAs("operation").equals("OPTIMIZE"));
            assertEverythingIsThere(client, admin);
            assertThat(client.count(admin, "external_change")).isEqualTo(externalChanges);
            assertThat(client.health(admin).at("/store/status").asText()).isEqualTo("ok");
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
    private static void insertDaysOneByOne(SparkTables tables) {
        for (var day = 13; day <= 16; day++) {
            tables.sql("""
                    INSERT INTO {training_content}
                        (day_number, title, description, is_unlocked, created_at, updated_at)
                    VALUES (%d, 'More', '', false, current_timestamp(), current_timestamp())""".formatted(day));
        }
    }

    private static Path oldOrphan(Path table) throws IOException {
        var file = Files.write(table.resolve("part-00000-left-behind.snappy.parquet"), new byte[] {1, 2, 3});
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(30))));
    }

    /// The portal rewrites its hot file with each commit, so a compaction beside it usually loses. It then
    /// changes nothing and says so.
    private static void mayLose(Runnable statement) {
        try {
            statement.run();
        } catch (RuntimeException lost) {
            assertThat(lost).isInstanceOf(DeltaConcurrentModificationException.class);
        }
    }

    private void write(PortalClient client, String admin, int day) {
        writing.incrementAndGet();
        try {
            if (!quiet.get()) {
                var text = "change " + changes.incrementAndGet();
                client.data(
                        admin,
                        "mutation($day: Int!, $text: String!) { updateDay(dayNumber: $day,"
                                + " input: {description: $text}) { editVersion } }",
                        Map.of("day", day, "text", text));
                lastOfDay.put(day, text);
                acknowledged.incrementAndGet();
            }
        } finally {
            writing.decrementAndGet();
        }
    }

    private static int days(PortalClient client, String admin) {
        return client.data(admin, "{ courseOutline { dayNumber } }")
                .path("courseOutline")
                .size();
    }

    private void assertEverythingIsThere(PortalClient client, String admin) {
        assertThat(lastOfDay).hasSize(4);
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
