package training.powerbi.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.delta.standalone.DeltaLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import training.powerbi.server.account.MovableClock;

/// A portal is installed over the data of the one before it.
class StoreBeforeIT {
    private static final String COURSE =
            "{ trainingDays { dayNumber isUnlocked scheduledAt recordings { title duration } } }";

    private final Instant opens =
            Clock.systemUTC().instant().plus(30, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);

    @TempDir
    private Path data;

    @Test
    void openAndGoOnWithWhatTheVersionBeforeWrote() throws IOException {
        StoreBefore.unpack(data);
        var before = tables(data);

        try (var portal = RunningPortal.over(data)) {
            var days = portal.data(portal.adminToken(), COURSE).path("trainingDays");
            assertThat(days.path(0))
                    .hasToString("{\"dayNumber\":1,\"isUnlocked\":true,\"scheduledAt\":null,"
                            + "\"recordings\":[{\"title\":\"Session 1\",\"duration\":\"PT2H30M\"}]}");
            assertThat(days.path(1).path("scheduledAt").asString()).isEqualTo("2031-05-06T09:00:00Z");
            assertThat(portal.rest("GET", "/api/v1/health", null, null).statusCode())
                    .isEqualTo(200);
            portal.data(portal.adminToken(), "mutation { unlockDay(dayNumber: 2) { dayNumber } }");
            openByTheClock(portal);
        }
        var after = tables(data);
        assertThat(after).hasSizeGreaterThan(before.size());
        before.forEach(
                (table, columns) -> assertThat(after.get(table)).as(table).startsWith(columns.toArray(String[]::new)));
        // It was down when the day was due.
        try (var portal = RunningPortal.with(List.of(Later.class), data)) {
            hasOpenedByTheClock(portal);
            var learner = portal.login(StoreBefore.LEARNER, PortalHttp.STUDENT_PASSWORD);
            assertThat(portal.data(learner, "{ trainingDay(dayNumber: 1) { progress { completionPercentage } } }"))
                    .hasToString("{\"trainingDay\":{\"progress\":{\"completionPercentage\":100.0}}}");
            assertThat(portal.data(learner, "{ trainingDay(dayNumber: 2) { isUnlocked } }"))
                    .hasToString("{\"trainingDay\":{\"isUnlocked\":true}}");
            assertThat(portal.data(portal.adminToken(), "{ adminActions { edges { node { actionType dayNumber } } } }")
                            .toString())
                    .contains(
                            "{\"actionType\":\"unlock_day\",\"dayNumber\":1}",
                            "{\"actionType\":\"unlock_day\",\"dayNumber\":2}");
        }
    }

    /// An hour after the server went down.
    static class Later {
        @Bean
        @Primary
        MovableClock anHourLater() {
            var clock = new MovableClock(Clock.systemUTC());
            clock.forward(Duration.ofHours(1));
            return clock;
        }
    }

    private void openByTheClock(RunningPortal portal) {
        portal.data(
                portal.adminToken(),
                "mutation { openDayAt(dayNumber: 3, opensAt: \"%s\") { opensAt } }".formatted(opens));
        portal.data(portal.adminToken(), "mutation { createCohort(input: {name: \"Autumn\"}) { cohortId } }");
    }

    private void hasOpenedByTheClock(RunningPortal portal) {
        var trainer = portal.adminToken();
        var opened = portal.data(
                trainer, "{ trainingDay(dayNumber: 3) { isUnlocked unlockedAt opensAt } cohorts { name } }");
        assertThat(opened)
                .hasToString("{\"trainingDay\":{\"isUnlocked\":true,\"unlockedAt\":\"%s\",\"opensAt\":null},"
                                .formatted(opens)
                        + "\"cohorts\":[{\"name\":\"Power BI: 12-day course\"},{\"name\":\"Autumn\"}]}");
        var log = "{ adminActions(dayNumber: 3) { edges { node { actionType adminId } } } }";
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(portal.data(trainer, log))
                        .hasToString(
                                "{\"adminActions\":{\"edges\":[{\"node\":{\"actionType\":\"unlock_day\",\"adminId\":\"schedule\"}},"
                                        + "{\"node\":{\"actionType\":\"open_day_at\",\"adminId\":\"%s\"}}]}}"
                                                .formatted(portal.data(trainer, "{ me { userId } }")
                                                        .at("/me/userId")
                                                        .asString())));
    }

    /// The columns of all tables, as another program reads them, each with all of its rows.
    private static Map<String, List<String>> tables(Path data) throws IOException {
        var tables = new TreeMap<String, List<String>>();
        try (var folders = Files.list(data.resolve("Tables"))) {
            for (var table : folders.toList()) {
                var snapshot = DeltaLog.forTable(new Configuration(false), table.toString())
                        .snapshot();
                var schema = Objects.requireNonNull(snapshot.getMetadata().getSchema());
                try (var rows = snapshot.open()) {
                    rows.forEachRemaining(row ->
                            assertThat(row.isNullAt(schema.getFieldNames()[0])).isFalse());
                }
                tables.put(table.getFileName().toString(), List.of(schema.getFieldNames()));
            }
        }
        return tables;
    }
}
