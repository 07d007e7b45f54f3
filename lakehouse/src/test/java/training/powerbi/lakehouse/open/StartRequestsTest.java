package training.powerbi.lakehouse.open;

import static org.assertj.core.api.Assertions.assertThat;

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
