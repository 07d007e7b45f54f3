package training.powerbi.lakehouse.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.lakehouse.files.onelake.TestHomes;
import training.powerbi.lakehouse.testing.fabric.FabricDoubles;

/// Of servers that share a place one looks after the tables.
class LeadershipTest {
    @RegisterExtension
    static final FabricDoubles FABRIC = new FabricDoubles();

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(50);

    @TempDir
    Path folder;

    @Test
    void onlyTheLeaderWritesCheckpointsAndItDoesForAll() throws IOException {
        var questions = new AtomicInteger();
        var leads = new AtomicBoolean();
        var writes = new SharedFolder(folder, "a", () -> {
            questions.incrementAndGet();
            return false;
        });
        var reads = new SharedFolder(folder, "b", leads::get);
        var checkpoint = folder.resolve("Tables/progress/_delta_log/_last_checkpoint");
        try (var follower = TestStore.open(writes, POLL, Clock.systemUTC());
                var leader = TestStore.open(reads, POLL, Clock.systemUTC())) {
            var written = follower.table(Progress.table());
            var read = leader.table(Progress.table());
            for (var at = 1; at <= 101; at++) {
                written.append(List.of(Progress.of("a", 1).withRevision(at)));
            }
            var before = questions.get();
            await().atMost(PATIENCE).until(() -> {
                written.append(List.of(Progress.of("a", 1).withRevision(System.nanoTime())));
                return questions.get() > before + 2;
            });
            assertThat(checkpoint).doesNotExist();

            leads.set(true);

            await().atMost(PATIENCE).until(() -> Files.exists(checkpoint));
            assertThat(read.snapshot().version()).isGreaterThanOrEqualTo(100);
        }
    }

    @Test
    void inOneLakeTheNextServerLeadsWhenTheFirstHasStopped() throws IOException {
        var place = FABRIC.lakehouse();
        var first = TestHomes.open(FABRIC, place);
        var second = TestHomes.open(FABRIC, place);
        var lease = first.lease();

        assertThat(first.leadership().isOurs()).isTrue();
        assertThat(second.leadership().isOurs()).isFalse();
        lease.close();

        assertThat(first.leadership().isOurs()).isFalse();
        assertThat(TestHomes.open(FABRIC, place).leadership().isOurs()).isTrue();
    }
}
