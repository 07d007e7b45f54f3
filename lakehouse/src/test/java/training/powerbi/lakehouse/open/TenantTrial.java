package training.powerbi.lakehouse.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import training.powerbi.lakehouse.SqlEndpoint;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.lakehouse.files.StoreHome;
import training.powerbi.model.error.PortalException;

/// What a place must be good for: the self-test, commits up to a checkpoint, an endpoint that reads them. It works in a
/// table of its own and takes it away afterwards.
record TenantTrial(StoreHome home, StoreHome cleaner, Optional<SqlEndpoint> endpoint) {
    private static final Duration CHECKPOINT = Duration.ofMinutes(2);
    private static final Duration SYNC = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofSeconds(15);

    /// As many as bring a checkpoint.
    private static final int COMMITS = 101;

    void run() throws IOException {
        var name = "portal_trial_" + UUID.randomUUID().toString().substring(0, 8);
        try (var store = TestStore.open(home, Duration.ofSeconds(1), Clock.systemUTC())) {
            var table = store.table(TableDefinition.of(name, Progress.class, Progress::key));
            for (var day = 1; day <= COMMITS; day++) {
                table.append(List.of(Progress.of("trial", day)));
            }
            var log = home.tables() + "/" + name + "/_delta_log";
            await().atMost(CHECKPOINT)
                    .until(() -> home.files().tree(log).stream().anyMatch(file -> file.contains(".checkpoint")));
            endpoint.ifPresent(sql -> isRead(sql, name));
        } finally {
            remove(name);
        }
    }

    private static void isRead(SqlEndpoint sql, String name) {
        sql.refresh();
        await().atMost(SYNC)
                .pollInterval(LOOK)
                .ignoreException(PortalException.class)
                .untilAsserted(() -> {
                    var answer = sql.ask("SELECT COUNT_BIG(*) AS n FROM {schema}." + name, 1);
                    assertThat(answer.rows()).containsExactly(List.of("" + COMMITS));
                });
    }

    private void remove(String name) throws IOException {
        var folder = cleaner.tables() + "/" + name;
        for (var file : cleaner.files().tree(folder)) {
            cleaner.files().delete(folder + "/" + file);
        }
        assertThat(cleaner.files().tree(folder)).isEmpty();
    }
}
