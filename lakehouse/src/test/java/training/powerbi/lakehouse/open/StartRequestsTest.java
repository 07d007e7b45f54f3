package training.powerbi.lakehouse.open;

import static org.assertj.core.api.Assertions.assertThat;

import io.delta.kernel.TableManager;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import training.powerbi.lakehouse.OneLakePlace;
import training.powerbi.lakehouse.OpenLakehouse;
import training.powerbi.lakehouse.TableDefinition;
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

    private record Asked(long reads, long lists) {}

    private static Asked start(OneLakePlace place, TableDefinition<Progress.Key, Progress> definition)
            throws IOException {
        var home = TestHomes.open(FABRIC, place);
        try (var store = open(home)) {
            var reads = home.counts().of(Kind.READ);
            var lists = home.counts().of(Kind.LIST);

            assertThat(store.table(definition).snapshot().size()).isEqualTo(COMMITS);

            return new Asked(home.counts().of(Kind.READ) - reads, home.counts().of(Kind.LIST) - lists);
        }
    }

    private static OpenLakehouse open(OneLakeHome home) {
        return TestStore.open(home, Duration.ofHours(1), Clock.systemUTC());
    }
}
