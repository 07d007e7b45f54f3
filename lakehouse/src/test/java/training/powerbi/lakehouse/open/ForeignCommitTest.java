package training.powerbi.lakehouse.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.lakehouse.CommitNote;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.NoteKeeper;
import training.powerbi.lakehouse.OpenLakehouse;
import training.powerbi.lakehouse.TableChange;
import training.powerbi.lakehouse.testing.Foreigner;

class ForeignCommitTest {
    /// A `progress` row as a careless program might write it.
    record Careless(
            @Nullable String progressId,
            String userId,
            int dayNumber,
            @Nullable Boolean viewed,
            float percentage,
            double watched,
            long revision,
            String mood,
            Instant lastAccessed) {

        static Careless of(@Nullable String id, String user, @Nullable Boolean viewed, String mood) {
            return new Careless(id, user, 1, viewed, 0, 0, 0, mood, Instant.EPOCH);
        }
    }

    @TempDir
    Path folder;

    private OpenLakehouse store;
    private DeltaTable<Progress.Key, Progress> table;
    private Foreigner foreigner;
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<TableChange<Progress.Key, Progress>> heard = new CopyOnWriteArrayList<>();

    @BeforeEach
    void open() {
        store = TestStore.open(folder);
        table = store.table(Progress.table());
        store.keepNotes(new Told());
        table.onChange(heard::add);
        table.append(List.of(Progress.of("a", 1), Progress.of("b", 1)));
        foreigner = new Foreigner(folder, "progress");
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    @Test
    void anAppendIsPickedUpLive() throws IOException {
        foreigner.append(List.of(Progress.of("c", 2)));

        await().until(() -> table.snapshot().find(new Progress.Key("c", 2)).isPresent());
        await().until(() -> heard.size() == 2);
        assertThat(heard.getLast().foreign()).isTrue();
        assertThat(heard.getLast().rows()).extracting(TableChange.Row::after).containsExactly(Progress.of("c", 2));
        assertThat(told).containsExactly("progress 2 WRITE 1");
        assertThat(table.append(List.of(Progress.of("d", 3))).version()).isEqualTo(3);
        assertThat(foreigner.read(row -> row.getString("user_id"))).containsExactlyInAnyOrder("a", "b", "c", "d");
    }

    @Test
    void anUpdateAndADeleteAreTheDifferenceOfRows() throws IOException {
        foreigner.overwrite(List.of(Progress.of("a", 1).withRevision(9)), true);

        await().until(() -> heard.size() == 2);
        assertThat(table.snapshot().rows()).containsExactly(Progress.of("a", 1).withRevision(9));
        assertThat(heard.getLast().rows()).hasSize(2);
        assertThat(told).containsExactly("progress 2 UPDATE 2");
    }

    @Test
    void compactionByOthersChangesNoRow() throws IOException {
        foreigner.overwrite(List.of(Progress.of("b", 1), Progress.of("a", 1)), false);

        await().until(() -> table.snapshot().version() == 2);
        assertThat(table.snapshot().size()).isEqualTo(2);
        assertThat(told).isEmpty();
        table.append(List.of(Progress.of("a", 1).withRevision(1)));
        assertThat(foreigner.read(row -> row.getLong("revision"))).containsExactlyInAnyOrder(0L, 1L);
    }

    @Test
    void rowsThatBreakARuleAreSkippedAndTheLastGoodRowStays() throws IOException {
        foreigner.overwrite(
                List.of(
                        Careless.of("p", "a", true, "grumpy"),
                        Careless.of("p", "b", null, "fresh"),
                        Careless.of(null, "z", true, "fresh")),
                true);

        await().until(() -> table.snapshot().version() == 2);
        assertThat(table.snapshot().rows()).containsExactlyInAnyOrder(Progress.of("a", 1), Progress.of("b", 1));
        assertThat(store.status().word()).isEqualTo("degraded");
        assertThat(store.status().problems()).anyMatch(problem -> problem.contains("an unknown value in mood"));

        // The portal's next change writes the good rows back for everyone.
        table.append(List.of(Progress.of("a", 1).withRevision(4)));
        assertThat(store.status().word()).isEqualTo("ok");
        assertThat(foreigner.read(row -> row.getString("mood"))).containsExactlyInAnyOrder("nearly_done", "fresh");
    }

    @Test
    void aSecondRowForAKeyIsSkipped() throws IOException {
        foreigner.append(List.of(Progress.of("a", 1).withRevision(66), Progress.of("c", 1), Progress.of("c", 1)));

        await().until(() -> table.snapshot().version() == 2);
        assertThat(table.snapshot().find(new Progress.Key("a", 1))).contains(Progress.of("a", 1));
        assertThat(table.snapshot().size()).isEqualTo(3);
        assertThat(store.status().problems()).anyMatch(problem -> problem.contains("2 rows"));
    }

    @Test
    void aColumnOfOthersDoesNotBreakTheTable() throws IOException {
        foreigner.addColumn("comment");

        await().until(() -> table.snapshot().version() == 2);
        table.append(List.of(Progress.of("c", 5)));
        assertThat(foreigner.read(row -> row.getString("user_id"))).hasSize(3);
        assertThat(store.status().problems()).anyMatch(problem -> problem.contains("comment"));
    }

    @Test
    void manyCommitsInARowAreAllTakenIn() throws IOException {
        for (var day = 2; day <= 12; day++) {
            foreigner.append(List.of(Progress.of("a", day)));
        }

        await().until(() -> table.snapshot().version() == 12);
        assertThat(table.snapshot().select(Progress.BY_DAY, 12)).containsExactly(Progress.of("a", 12));
        // A commit of ours takes the chance to put the many small files together.
        table.append(List.of(Progress.of("b", 2)));
        assertThat(foreigner.files()).isLessThanOrEqualTo(3);
        assertThat(foreigner.read(row -> row.getInt("day_number"))).hasSize(14);

        var versions = new ArrayList<Long>();
        await().until(() -> heard.size() == 13);
        heard.forEach(change -> versions.add(change.version()));
        assertThat(versions)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 13).mapToObj(Long::valueOf).toList());
    }

    private final class Told implements NoteKeeper {
        @Override
        public void keep(String name, long version, List<CommitNote> notes) {
            notes.forEach(note -> told.add(note.id()));
        }

        @Override
        public void keepForeign(String name, long version, String operation, int changedRows) {
            told.add(name + " " + version + " " + operation + " " + changedRows);
        }
    }
}
