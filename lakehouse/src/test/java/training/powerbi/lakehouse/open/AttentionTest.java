package training.powerbi.lakehouse.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.lakehouse.Lakehouse.Attention;
import training.powerbi.lakehouse.OpenLakehouse;
import training.powerbi.lakehouse.files.Hints;
import training.powerbi.lakehouse.files.StoreFiles;
import training.powerbi.lakehouse.files.StoreHome;
import training.powerbi.lakehouse.files.local.LocalHome;
import training.powerbi.lakehouse.testing.Foreigner;

/// How often is looked depends on who waits for what is found.
class AttentionTest {
    @TempDir
    private Path folder;

    private final AtomicInteger looksDue = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();

    /// A place where others commit, and where each question for a hint is counted.
    private record Counting(StoreHome home, AtomicInteger asked) implements StoreHome {
        @Override
        public String kind() {
            return home.kind();
        }

        @Override
        public String tables() {
            return home.tables();
        }

        @Override
        public StoreFiles files() {
            return home.files();
        }

        @Override
        public void requireFree() throws IOException {
            home.requireFree();
        }

        @Override
        public Lease lease() throws IOException {
            return home.lease();
        }

        @Override
        public Hints hints() {
            return new Hints() {
                @Override
                public boolean mayHaveChanged() {
                    asked.incrementAndGet();
                    return false;
                }

                @Override
                public void committed() {
                    // Nobody listens.
                }
            };
        }
    }

    private OpenLakehouse watched(Attention attention) {
        var home = new Counting(new LocalHome(folder), asked);
        var store = TestStore.open(home, Duration.ofMillis(20), Clock.systemUTC());
        store.watchAs(() -> {
            looksDue.incrementAndGet();
            return attention;
        });
        return store;
    }

    @Test
    void whileNobodyWaitsOneLookInFiveIsEnough() throws IOException {
        try (var store = watched(Attention.NOBODY)) {
            store.table(Progress.table());
            var before = asked.get();
            await().until(() -> looksDue.get() >= 20);

            assertThat(asked.get() - before).isLessThanOrEqualTo(looksDue.get() / 5 + 1);
            await().until(() -> asked.get() > before);
        }
    }

    @Test
    void whatAnotherProgramDoesIsSeenWithoutAHintWhileAnAdminIsThere() throws IOException {
        try (var store = watched(Attention.ADMIN)) {
            var table = store.table(Progress.table());
            table.append(List.of(Progress.of("a", 1)));

            new Foreigner(folder, "progress").append(List.of(Progress.of("b", 1)));

            await().until(() -> table.snapshot().size() == 2);
            await().until(() ->
                    store.lag().getOrDefault("progress", Duration.ofDays(1)).compareTo(Duration.ofSeconds(10)) < 0);
        }
    }
}
