package training.powerbi.lakehouse.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.lakehouse.CommitResult;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.OpenLakehouse;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.lakehouse.files.Leadership;
import training.powerbi.lakehouse.files.local.LocalHome;

/// Where commits cost, what nobody waits for gathers, and what somebody waits for does not.
class PacedCommitsTest {
    @TempDir
    Path folder;

    private final AtomicReference<Duration> linger = new AtomicReference<>(Duration.ofDays(1));
    private OpenLakehouse store;
    private DeltaTable<Progress.Key, Progress> progress;

    @BeforeEach
    void open() {
        var home = new SharedFolder(new LocalHome(folder), "a", gathered -> linger.get(), Leadership.ALONE);
        store = TestStore.open(home, Duration.ofHours(1), Clock.systemUTC());
        progress = store.table(Progress.table());
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    @Test
    void anUnlockIsNotDelayedByProgressThatLingers() {
        var days = store.table(TableDefinition.of("days", Progress.class, Progress::key));
        var reported = report("student", 1);

        var unlocked = days.update(now -> Verdict.upsert(Progress.of("day", 1)));

        assertThat(unlocked.version()).isEqualTo(1);
        assertThat(reported).isNotDone();
        assertThat(progress.snapshot().size()).isZero();
    }

    @Test
    void whatSomebodyWaitsForTakesAlongWhatLingers() {
        var reported = IntStream.rangeClosed(1, 30)
                .mapToObj(day -> report("student", day))
                .toList();

        var marked = progress.update(now -> Verdict.upsert(Progress.of("other", now.size())));

        assertThat(marked.version()).as("one commit for all").isEqualTo(1);
        assertThat(marked.answer().key()).as("they came first").isEqualTo(new Progress.Key("other", 30));
        assertThat(reported)
                .allSatisfy(each -> assertThat(each.join().version()).isEqualTo(1));
    }

    @Test
    void aReplyIsTheAcknowledgementAndComesWithTheCommit() {
        linger.set(Duration.ofMillis(300));
        var first = report("a", 1);
        var second = report("b", 1);

        await().atMost(Duration.ofMinutes(1)).until(() -> first.isDone() && second.isDone());

        assertThat(first.join().version()).isPositive();
        assertThat(progress.snapshot().size()).isEqualTo(2);
        assertThat(progress.updatePaced(now -> Verdict.upsert(Progress.of("c", 1)))
                        .changed())
                .isTrue();
    }

    @Test
    void whatLingersWhenTheServerStopsIsWritten() throws IOException {
        var reported = report("a", 1);

        store.close();

        assertThat(reported.join().version()).isEqualTo(1);
        open();
        assertThat(progress.snapshot().size()).isEqualTo(1);
    }

    private CompletableFuture<CommitResult<Progress>> report(String user, int day) {
        return progress.submitPaced(now -> Verdict.upsert(Progress.of(user, day)));
    }
}
