package training.powerbi.lakehouse.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.lakehouse.CommitReport;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.OneLakePlace;
import training.powerbi.lakehouse.OpenLakehouse;
import training.powerbi.lakehouse.files.onelake.TestHomes;
import training.powerbi.lakehouse.files.onelake.rest.Patience;
import training.powerbi.lakehouse.testing.fabric.FabricDoubles;
import training.powerbi.lakehouse.testing.fabric.FaultyLine;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// OneLake does not answer for a while, or its answers are lost at the worst moment.
///
/// `-Pfabric` is the long form.
class OutageTest {
    @RegisterExtension
    static final FabricDoubles FABRIC = new FabricDoubles();

    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("fabric.outage", 4));
    /// Ten seconds on a machine that has nothing else to do.
    private static final Duration RECOVERY = Duration.ofMinutes(1);

    /// What is refused or torn fails at once; what only takes its time may take it.
    private static final Patience SHORT = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(3));
    private static final String COMMITS = "PUT .*_delta_log";

    private final Queue<CommitReport> reports = new ConcurrentLinkedQueue<>();
    private OneLakePlace place;
    private FaultyLine line;
    private OpenLakehouse store;
    private DeltaTable<Progress.Key, Progress> table;

    @BeforeEach
    void openStore() throws IOException {
        place = FABRIC.lakehouse();
        line = FABRIC.faultyLine(3, "{}");
        var home = TestHomes.open(FABRIC, line.to(place), SHORT);
        store = TestStore.open(home, Duration.ofMillis(200), reports::add, Clock.systemUTC());
        table = store.table(Progress.table());
        table.append(List.of(Progress.of("before", 1)));
    }

    @AfterEach
    void close() throws IOException {
        line.faults("{}");
        store.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"deny\":1}", "{\"busy\":1}"})
    void readsGoOnWritesAreRefusedAndItRecovers(String fault) {
        line.faults(fault);
        var began = System.nanoTime();

        assertThatThrownBy(() -> table.append(List.of(Progress.of("during", 1))))
                .isInstanceOfSatisfying(
                        PortalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE));
        assertThat(table.snapshot().size()).isEqualTo(1);
        assertThat(store.status().word()).isEqualTo("unavailable");
        await().atMost(OUTAGE.multipliedBy(2)).until(() -> System.nanoTime() - began > OUTAGE.toNanos());
        var seconds = (System.nanoTime() - began) / 1_000_000_000 + 1;
        assertThat(requests()).as("requests in %d s", seconds).isLessThan(40 + 12 * seconds);

        line.faults("{}");

        await().atMost(RECOVERY).until(() -> store.status().word().equals("ok"));
        table.append(List.of(Progress.of("after", 1)));
        assertThat(afresh().snapshot().rows())
                .extracting(Progress::userId)
                .containsExactlyInAnyOrder("before", "after");
    }

    @Test
    void aCommitWhoseAnswersAreLostIsInDoubtAndThenThere() {
        line.faults("{\"drop\":1,\"only\":\"" + COMMITS + "\"}");

        inDoubt();
        assertThat(table.snapshot().size()).isEqualTo(1);
        line.faults("{}");

        await().atMost(RECOVERY).until(() -> table.snapshot().size() == 2);
        assertThat(table.snapshot().version()).isEqualTo(2);
        assertThat(afresh().snapshot().rows()).hasSize(2);
        assertThat(reports).as("with the time that it took until it was known").anySatisfy(report -> {
            assertThat(report.version()).isEqualTo(2);
            assertThat(report.duration()).isGreaterThan(Duration.ofMillis(100));
        });
    }

    @Test
    void aCommitThatNeverArrivedIsWrittenWhenTheLineIsBack() {
        line.faults("{\"busy\":1,\"only\":\"" + COMMITS + "\"}");

        inDoubt();
        line.faults("{}");

        await().atMost(RECOVERY).until(() -> table.snapshot().size() == 2);
        assertThat(afresh().snapshot().rows()).hasSize(2);
    }

    @Test
    void aCommitInDoubtGivesWayToAnothersAndCallersMayRepeat() {
        line.faults("{\"busy\":1,\"only\":\"" + COMMITS + "\"}");
        inDoubt();
        var other = afresh();
        other.append(List.of(Progress.of("other", 1)));
        line.faults("{}");

        await().atMost(RECOVERY).until(() -> table.snapshot().version() == 2);
        assertThat(table.snapshot().rows()).extracting(Progress::userId).containsExactlyInAnyOrder("before", "other");
        table.append(List.of(Progress.of("doubtful", 1)));

        assertThat(afresh().snapshot().rows())
                .extracting(Progress::userId)
                .containsExactlyInAnyOrder("before", "other", "doubtful");
    }

    @Test
    void whoComesWhileACommitIsInDoubtIsToldThatNothingWasChanged() {
        line.faults("{\"drop\":1,\"only\":\"" + COMMITS + "\"}");
        inDoubt();

        assertThatThrownBy(() -> table.append(List.of(Progress.of("later", 1))))
                .isInstanceOfSatisfying(
                        PortalException.class,
                        e -> assertThat(e.sentence())
                                .doesNotContain("Idempotency-Key")
                                .contains("nothing was acknowledged"));
    }

    private void inDoubt() {
        assertThatThrownBy(() -> table.append(List.of(Progress.of("doubtful", 1))))
                .isInstanceOfSatisfying(PortalException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE);
                    assertThat(e.sentence()).contains("Repeat it with the same Idempotency-Key");
                });
    }

    private long requests() {
        return line.counts().path("verbs").properties().stream()
                .mapToLong(verb -> verb.getValue().asLong())
                .sum();
    }

    /// The table as a server sees it that starts now, on a good line.
    private DeltaTable<Progress.Key, Progress> afresh() {
        return TestStore.open(TestHomes.open(FABRIC, place), Duration.ofSeconds(10), Clock.systemUTC())
                .table(Progress.table());
    }
}
