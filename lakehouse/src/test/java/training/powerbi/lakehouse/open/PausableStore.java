package training.powerbi.lakehouse.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.OneLakePlace;
import training.powerbi.lakehouse.OpenLakehouse;
import training.powerbi.lakehouse.SqlPlace;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.lakehouse.TableDefinition.Merge;
import training.powerbi.lakehouse.TableSnapshot;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.lakehouse.files.copy.TestCopies;
import training.powerbi.lakehouse.files.onelake.TestHomes;
import training.powerbi.lakehouse.files.onelake.rest.Patience;
import training.powerbi.lakehouse.testing.fabric.FabricDoubles;
import training.powerbi.lakehouse.testing.fabric.FaultyLine;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// A store whose capacity can be paused and resumed, with a table that goes on meanwhile and one that does not.
abstract class PausableStore {
    @RegisterExtension
    static final FabricDoubles FABRIC = new FabricDoubles();

    static final Duration SOON = Duration.ofMinutes(1);
    static final Patience SHORT = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(1));
    private static final Merge<Progress> LATER = (before, after, now) ->
            after == null || now == null ? null : after.revision() > now.revision() ? after : now;
    static final TableDefinition<Progress.Key, Progress> SESSIONS =
            Progress.table().journaled(LATER);
    static final TableDefinition<String, Remark> REMARKS = TableDefinition.of("remarks", Remark.class, Remark::id);

    record Remark(String id, String text) {}

    @TempDir
    Path folder;

    OneLakePlace place;
    FaultyLine line;
    OpenLakehouse store;
    DeltaTable<Progress.Key, Progress> sessions;
    DeltaTable<String, Remark> remarks;

    @BeforeEach
    void openStore() throws IOException {
        place = FABRIC.lakehouse();
        line = FABRIC.faultyLine(3, "{}");
        open(SqlPlace.API, Clock.systemUTC());
        sessions.append(List.of(Progress.of("before", 1)));
        remarks.append(List.of(new Remark("before", "a")));
    }

    @AfterEach
    void close() throws IOException {
        line.faults("{}");
        store.close();
    }

    final void open(URI api) {
        open(api, Clock.systemUTC());
    }

    final void open(URI api, Clock clock) {
        var home = TestHomes.open(FABRIC, line.to(place), SHORT, api);
        store = TestStore.open(TestCopies.around(home, folder, clock), Duration.ofMillis(200), clock);
        sessions = store.table(SESSIONS);
        remarks = store.table(REMARKS);
    }

    void reopen() throws IOException {
        store.close();
        open(SqlPlace.API);
    }

    void pause(String fault) {
        line.faults("{\"" + fault + "\":1}");
        await().atMost(SOON).until(() -> store.staleness().isPresent());
    }

    void resume() {
        line.faults("{}");
        await().atMost(SOON).until(() -> store.staleness().isEmpty());
    }

    /// What is no session and no progress waits, and says so.
    void refused() {
        assertThatThrownBy(() -> remarks.append(List.of(new Remark("during", "b"))))
                .isInstanceOfSatisfying(PortalException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE);
                    assertThat(e.sentence()).contains("the capacity is paused");
                });
        assertThat(remarks.<String>update(now -> Verdict.unchanged("as it is")).answer())
                .isEqualTo("as it is");
    }

    Path journal() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().equals("progress.journal"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /// The store as a server sees it that starts now, on a good line and without copies.
    OpenLakehouse afresh() {
        return TestStore.open(TestHomes.open(FABRIC, place), Duration.ofSeconds(10), Clock.systemUTC());
    }

    /// What the place holds of the table, for a server that starts now.
    <K, R extends Record> TableSnapshot<K, R> stored(TableDefinition<K, R> definition) {
        try (var other = afresh()) {
            return other.table(definition).snapshot();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
