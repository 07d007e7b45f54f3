package training.powerbi.lakehouse.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.delta.kernel.TableManager;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import training.powerbi.lakehouse.CommitNote;
import training.powerbi.lakehouse.OneLakePlace;
import training.powerbi.lakehouse.OpenLakehouse;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.lakehouse.files.onelake.OneLakeHome;
import training.powerbi.lakehouse.files.onelake.TestHomes;
import training.powerbi.lakehouse.files.onelake.rest.BlobRequest.Kind;
import training.powerbi.lakehouse.log.StoreEngine;
import training.powerbi.lakehouse.testing.fabric.FabricDoubles;

/// What a start asks of a store where each request takes its time: each file once.
class StartRequestsTest {
    @RegisterExtension
    static final FabricDoubles FABRIC = new FabricDoubles();

    private static final int COMMITS = 12;
    /// A data file, and the hot one beside it.
    private static final int DATA_FILES = 2;

    @Test
    void aStartListsALogOnceAndReadsEachOfItsFilesOnce() throws IOException {
        var place = FABRIC.lakehouse();
        commit(place, Progress.table());

        var asked = start(place, Progress.table());

        // With the version without rows.
        assertThat(asked.reads()).isLessThanOrEqualTo(COMMITS + 1 + DATA_FILES);
        assertThat(asked.lists()).isEqualTo(1);
    }

    @Test
    void withACheckpointWhereThereAreNoNotesWhatIsBeforeItIsNotRead() throws IOException {
        var place = FABRIC.lakehouse();
        var table = Progress.table().withoutNotes();
        commit(place, table);
        checkpoint(place);

        var asked = start(place, table);

        // The checkpoint, what names it, the newest commit, and no more than what could be one behind it.
        assertThat(asked.reads()).isLessThanOrEqualTo(3 + 1 + DATA_FILES);
        assertThat(asked.lists()).isEqualTo(1);
    }

    /// What was committed shortly before the newest checkpoint may have left notes: nobody waits for them but who
    /// commits, and they are read once as all else.
    @Test
    void theNotesOfTheLastMinutesAreKnownBeforeTheFirstCommit() throws IOException {
        var place = FABRIC.lakehouse();
        try (var store = open(TestHomes.open(FABRIC, place))) {
            store.keepNotes(new Keeper());
            var table = store.table(Progress.table());
            for (var day = 1; day <= COMMITS; day++) {
                var note = new CommitNote("n" + day, "{}");
                var row = Progress.of("a", day);
                table.update(now -> Verdict.upsert(row, note));
            }
        }
        checkpoint(place);
        var home = TestHomes.open(FABRIC, place);
        try (var store = open(home)) {
            var reads = reads(home);
            var lists = home.counts().of(Kind.LIST);
            var keeper = new Keeper();
            store.keepNotes(keeper);
            var table = store.table(Progress.table());

            table.append(List.of(Progress.of("a", COMMITS + 1)));

            assertThat(keeper.heard)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, COMMITS)
                            .mapToObj(day -> "n" + day)
                            .toList());
            // With the version without rows, the checkpoint and what names it, and a look behind the newest at each of
            // two steps.
            assertThat(reads(home) - reads).isLessThanOrEqualTo(COMMITS + 1 + 2 + DATA_FILES + 2);
            assertThat(home.counts().of(Kind.LIST) - lists).isEqualTo(1);
        }
    }

    @Test
    void whatIsExpectedIsAskedForOnceAndNothingIsMadeOfIt() throws IOException {
        var place = FABRIC.lakehouse();
        commit(place, Progress.table());
        var home = TestHomes.open(FABRIC, place);
        try (var store = open(home)) {
            var reads = reads(home);
            var lists = home.counts().of(Kind.LIST);
            store.expect(List.of("progress", "never_opened"));

            assertThat(store.table(Progress.table()).snapshot().size()).isEqualTo(COMMITS);

            // What names a checkpoint is asked for in both.
            assertThat(reads(home) - reads).isLessThanOrEqualTo(COMMITS + 2 + DATA_FILES);
            assertThat(home.counts().of(Kind.LIST) - lists).isLessThanOrEqualTo(2);
        }
        assertThat(TestHomes.open(FABRIC, place).tableNames()).containsExactly("progress");
    }

    @Test
    void whatCouldNotBeLookedAtAheadIsLookedAtWhenItIsOpened() throws IOException {
        var place = FABRIC.lakehouse();
        commit(place, Progress.table());
        var line = FABRIC.faultyLine(5, "{}");
        try (var store = open(TestHomes.open(FABRIC, line.to(place)))) {
            line.faults("{\"deny\":1}");
            store.expect(List.of("progress"));
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> line.counts().path("met").path("deny").asInt() > 0);
            line.faults("{}");

            assertThat(store.table(Progress.table()).snapshot().size()).isEqualTo(COMMITS);
        }
    }

    /// Its first version is gone, as after a clean-up: where it seems not to be there, it would be made anew.
    @Test
    void aTableThatSeemedMissingWhenItWasLookedAtAheadIsNotMadeAnew() throws IOException {
        var place = FABRIC.lakehouse();
        commit(place, Progress.table());
        checkpoint(place);
        var first = "/Tables/progress/_delta_log/00000000000000000000.json";
        TestHomes.open(FABRIC, place).files().delete(first);
        var line = FABRIC.faultyLine(5, "{}");
        try (var store = open(TestHomes.open(FABRIC, line.to(place)))) {
            line.faults("{\"missing\":1}");
            store.expect(List.of("progress"));
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> line.counts().path("met").path("missing").asInt() > 1);
            line.faults("{}");

            assertThat(store.table(Progress.table()).snapshot().size()).isEqualTo(COMMITS);
        }
        assertThat(TestHomes.open(FABRIC, place).files().names("/Tables/progress/_delta_log"))
                .doesNotContain("00000000000000000000.json");
    }

    private static void checkpoint(OneLakePlace place) throws IOException {
        var home = TestHomes.open(FABRIC, place);
        var engine = new StoreEngine(home.files());
        TableManager.loadSnapshot(home.tables() + "/progress").build(engine).writeCheckpoint(engine);
    }

    private static void commit(OneLakePlace place, TableDefinition<Progress.Key, Progress> definition)
            throws IOException {
        try (var store = open(TestHomes.open(FABRIC, place))) {
            var table = store.table(definition);
            for (var day = 1; day <= COMMITS; day++) {
                table.append(List.of(Progress.of("a", day)));
            }
        }
    }

    /// Without further tries of what a busy machine did not answer in time.
    private static long reads(OneLakeHome home) {
        return home.counts().of(Kind.READ) - home.counts().repeats();
    }

    private record Asked(long reads, long lists) {}

    private static Asked start(OneLakePlace place, TableDefinition<Progress.Key, Progress> definition)
            throws IOException {
        var home = TestHomes.open(FABRIC, place);
        try (var store = open(home)) {
            var reads = reads(home);
            var lists = home.counts().of(Kind.LIST);

            assertThat(store.table(definition).snapshot().size()).isEqualTo(COMMITS);

            return new Asked(reads(home) - reads, home.counts().of(Kind.LIST) - lists);
        }
    }

    private static OpenLakehouse open(OneLakeHome home) {
        return TestStore.open(home, Duration.ofHours(1), Clock.systemUTC());
    }
}
