package training.powerbi.lakehouse.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.lakehouse.CommitNote;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.lakehouse.NoteKeeper;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.lakehouse.testing.Foreigner;
import training.powerbi.model.error.PortalException;

class NoteRecoveryTest {
    record Entry(String id, String table) {}

    @TempDir
    Path folder;

    @Test
    void aCrashAtAnyStepLeavesNeitherChangeNorNoteAlone() throws IOException {
        var survived = 0;
        for (var step = 0; step < 40; step++) {
            var home = folder.resolve("step" + step);
            var acknowledged = crashAt(step, home);
            survived += acknowledged;

            try (var store = TestStore.open(home)) {
                var journal = journal(store);
                var table = store.table(Progress.table());
                store.keepNotes(new Journalist(journal));
                store.deliverNotes();
                assertThat(table.snapshot().size())
                        .as("rows after a crash at step %d", step)
                        .isGreaterThanOrEqualTo(acknowledged)
                        .isEqualTo(journal.snapshot().size());
            }
        }
        assertThat(survived).isPositive();
    }

    @Test
    void commitsOfOthersDuringAStopAreTold() throws IOException {
        try (var store = TestStore.open(folder)) {
            var journal = journal(store);
            store.keepNotes(new Journalist(journal));
            var table = store.table(Progress.table());
            table.update(now -> Verdict.upsert(Progress.of("a", 1), new CommitNote("n1", "{}")));
        }
        var foreigner = new Foreigner(folder, "progress");
        foreigner.append(List.of(Progress.of("b", 1), Progress.of("c", 1)));
        foreigner.overwrite(List.of(Progress.of("a", 1), Progress.of("b", 1), Progress.of("c", 1)), false);
        foreigner.overwrite(List.of(Progress.of("a", 1).withRevision(5), Progress.of("b", 1)), true);

        for (var start = 0; start < 2; start++) {
            try (var store = TestStore.open(folder)) {
                var journal = journal(store);
                store.table(Progress.table());
                store.keepNotes(new Journalist(journal));
                store.deliverNotes();
                assertThat(journal.snapshot().rows())
                        .extracting(Entry::id)
                        .containsExactlyInAnyOrder("n1", "progress 2 WRITE 2", "progress 4 UPDATE 2");
            }
        }
    }

    @Test
    void aKeeperThatComesAfterTheFirstLookAtTheTableIsNoTrouble() throws IOException {
        try (var store = TestStore.open(folder)) {
            var table = store.table(Progress.table());
            store.keepNotes(new Unable());
            assertThatThrownBy(
                            () -> table.update(now -> Verdict.upsert(Progress.of("a", 1), new CommitNote("n1", "{}"))))
                    .isInstanceOf(PortalException.class);
        }
        try (var store = TestStore.open(folder)) {
            var journal = journal(store);
            store.table(Progress.table());
            store.deliverNotes();
            assertThat(store.status().writable()).isTrue();
            assertThat(store.status().problems()).isEmpty();

            store.keepNotes(new Journalist(journal));
            store.deliverNotes();
            assertThat(journal.snapshot().rows()).extracting(Entry::id).containsExactly("n1");
        }
    }

    record Heavier(String id, String table, int weight) {}

    @Test
    void aStartThatAddsColumnsAndEndsAtOnceHidesNoNote() throws IOException {
        try (var store = TestStore.open(folder)) {
            var table = store.table(TableDefinition.of("things", Entry.class, Entry::id));
            store.keepNotes(new Unable());
            assertThatThrownBy(() ->
                            table.update(now -> Verdict.upsert(new Entry("a", "things"), new CommitNote("n1", "{}"))))
                    .isInstanceOf(PortalException.class);
        }
        var heavier = TableDefinition.of("things", Heavier.class, Heavier::id);
        try (var store = TestStore.open(folder)) {
            assertThat(store.table(heavier).snapshot().version()).isEqualTo(2);
        }
        try (var store = TestStore.open(folder)) {
            var journal = journal(store);
            store.table(heavier);
            store.keepNotes(new Journalist(journal));
            store.deliverNotes();
            assertThat(journal.snapshot().rows()).extracting(Entry::id).containsExactly("n1");
        }
    }

    private record Unable() implements NoteKeeper {
        @Override
        public void keep(String table, long version, List<CommitNote> notes) {
            throw new IllegalStateException("full");
        }

        @Override
        public void keepForeign(String table, long version, String operation, int changedRows) {
            throw new IllegalStateException("full");
        }
    }

    /// Writes until the disk dies at the given write; what is acknowledged before is counted.
    private static int crashAt(int step, Path home) throws IOException {
        var writes = new AtomicInteger();
        var dead = new FaultyFiles((when, path) -> {
            if (writes.getAndIncrement() >= 8 + step) {
                throw new IOException("dead");
            }
        });
        var acknowledged = 0;
        try (var store = TestStore.open(home, dead)) {
            var journal = journal(store);
            var table = store.table(Progress.table());
            store.keepNotes(new Journalist(journal));
            for (var day = 1; day <= 4; day++) {
                var number = day;
                table.update(now -> Verdict.upsert(Progress.of("a", number), new CommitNote("note-" + number, "{}")));
                acknowledged++;
            }
        } catch (RuntimeException e) {
            // The crash.
            assertThat(writes.get()).isGreaterThanOrEqualTo(8 + step);
        }
        return acknowledged;
    }

    private static DeltaTable<String, Entry> journal(Lakehouse store) {
        return store.table(TableDefinition.of("journal", Entry.class, Entry::id));
    }

    private record Journalist(DeltaTable<String, Entry> journal) implements NoteKeeper {
        @Override
        public void keep(String table, long version, List<CommitNote> notes) {
            journal.append(
                    notes.stream().map(note -> new Entry(note.id(), table)).toList());
        }

        @Override
        public void keepForeign(String table, long version, String operation, int changedRows) {
            if (!table.equals("journal")) {
                journal.append(List.of(new Entry(table + " " + version + " " + operation + " " + changedRows, table)));
            }
        }
    }
}
