package training.powerbi.lakehouse.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import training.powerbi.lakehouse.CommitNote;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Index;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.lakehouse.NoteKeeper;
import training.powerbi.lakehouse.TableChange;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.lakehouse.Verdict;

/// What every store promises; run on each.
public abstract class DeltaTableContract {
    /// A row of the contract's table.
    public record Card(
            String id, String box, int weight, @Nullable String label) {}

    private static final Index<Card> BY_BOX = new Index<>("box", Card::box);

    private Lakehouse store;
    private DeltaTable<String, Card> cards;

    /// A new, empty store.
    protected abstract Lakehouse open();

    @BeforeEach
    void openTable() {
        store = open();
        cards = store.table(TableDefinition.of("cards", Card.class, Card::id)
                .indexed(BY_BOX)
                .countedInRevision());
    }

    @Test
    void anEmptyTableHasItsVersionZero() {
        assertThat(cards.snapshot().version()).isZero();
        assertThat(cards.snapshot().size()).isZero();
    }

    @Test
    void anAcknowledgedRowIsInTheSnapshotAtTheSaidVersion() {
        var result = cards.update(now -> Verdict.upsert(card("a", "red")));

        assertThat(result.version()).isEqualTo(1);
        assertThat(result.changed()).isTrue();
        assertThat(cards.snapshot().version()).isEqualTo(1);
        assertThat(cards.snapshot().find("a")).contains(card("a", "red"));
        assertThat(store.revision()).isEqualTo(1);
    }

    @Test
    void nothingIsCommittedWhenNothingChanges() {
        cards.append(List.of(card("a", "red")));

        assertThat(cards.append(List.of(card("a", "red"))).changed()).isFalse();
        assertThat(cards.update(now -> Verdict.unchanged(now.size())).answer()).isEqualTo(1);
        assertThat(cards.snapshot().version()).isEqualTo(1);
    }

    @Test
    void whatADecisionThrowsIsThrownToItsCallerAndChangesNothing() {
        assertThatThrownBy(() -> cards.update(now -> {
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no");

        assertThat(cards.snapshot().version()).isZero();
        assertThat(cards.append(List.of(card("a", "red"))).version()).isEqualTo(1);
    }

    @Test
    void aDeletedRowIsGone() {
        cards.append(List.of(card("a", "red"), card("b", "red")));
        cards.update(now -> new Verdict<>(List.of(), List.of("a", "unknown"), List.of(), "done"));

        assertThat(cards.snapshot().find("a")).isEmpty();
        assertThat(cards.snapshot().select(BY_BOX, "red")).containsExactly(card("b", "red"));
    }

    @Test
    void anIndexFollowsItsRows() {
        cards.append(List.of(card("a", "red"), card("b", "red")));
        cards.append(List.of(card("b", "blue")));

        assertThat(cards.snapshot().select(BY_BOX, "red")).containsExactly(card("a", "red"));
        assertThat(cards.snapshot().select(BY_BOX, "blue")).containsExactly(card("b", "blue"));
        assertThatThrownBy(() -> cards.snapshot().select(new Index<>("weight", Card::weight), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSnapshotStaysAsItIs() {
        cards.append(List.of(card("a", "red")));
        var before = cards.snapshot();
        cards.append(List.of(card("a", "blue"), card("b", "blue")));

        assertThat(before.rows()).containsExactly(card("a", "red"));
        assertThat(before.size()).isEqualTo(1);
    }

    @Test
    void aRowWithoutAValueItMustHaveIsRefused() {
        assertThatThrownBy(() -> cards.append(List.of(incomplete()))).isInstanceOf(IllegalArgumentException.class);
        assertThat(cards.snapshot().version()).isZero();
    }

    @Test
    void listenersHearEachVersionOnceAndInOrder() {
        var heard = new CopyOnWriteArrayList<TableChange<String, Card>>();
        cards.onChange(heard::add);
        for (var weight = 1; weight <= 5; weight++) {
            cards.append(List.of(new Card("a", "red", weight, null)));
        }

        await().until(() -> heard.size() == 5);
        assertThat(heard).extracting(TableChange::version).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(heard.getLast().rows())
                .containsExactly(
                        new TableChange.Row<>("a", new Card("a", "red", 4, null), new Card("a", "red", 5, null)));
        assertThat(heard).noneMatch(TableChange::foreign);
    }

    @Test
    void notesAreKeptBeforeTheCallerHears() {
        var keeper = new RecordingKeeper();
        store.keepNotes(keeper);
        cards.update(now -> Verdict.upsert(card("a", "red"), new CommitNote("n1", "{\"x\":1}")));

        assertThat(keeper.kept).containsExactly("cards 1 n1 {\"x\":1}");
    }

    @Test
    void notesOfADecisionThatChangesNothingAreDropped() {
        var keeper = new RecordingKeeper();
        store.keepNotes(keeper);
        cards.append(List.of(card("a", "red")));
        cards.update(now -> Verdict.upsert(card("a", "red"), new CommitNote("n1", "{}")));

        assertThat(keeper.kept).isEmpty();
    }

    @Test
    void aNoteWithoutAKeeperIsRefused() {
        assertThatThrownBy(() -> cards.update(now -> Verdict.upsert(card("a", "red"), new CommitNote("n1", "{}"))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(cards.snapshot().version()).isZero();
    }

    @Test
    void aCommitWhoseNotesAreNotKeptShowsOnlyWhenTheyAre() {
        var keeper = new RecordingKeeper();
        store.keepNotes(keeper);
        keeper.failing = true;
        assertThatThrownBy(() -> cards.update(now -> Verdict.upsert(card("a", "red"), new CommitNote("n1", "{}"))))
                .isInstanceOf(RuntimeException.class);
        assertThat(cards.snapshot().size()).isZero();

        keeper.failing = false;
        cards.append(List.of(card("b", "red")));
        assertThat(cards.snapshot().find("a")).isPresent();
        assertThat(keeper.kept).containsExactly("cards 1 n1 {}");
    }

    private static Card card(String id, String box) {
        return new Card(id, box, 1, null);
    }

    @SuppressWarnings("NullAway") // hands in what must not be handed in
    private static Card incomplete() {
        return new Card("a", null, 1, null);
    }

    private static final class RecordingKeeper implements NoteKeeper {
        private final List<String> kept = new ArrayList<>();
        private volatile boolean failing;

        @Override
        public void keep(String table, long version, List<CommitNote> notes) {
            if (failing) {
                throw new IllegalStateException("the keeper is out of order");
            }
            notes.forEach(note -> kept.add(table + " " + version + " " + note.id() + " " + note.json()));
        }

        @Override
        public void keepForeign(String table, long version, String operation, int changedRows) {
            kept.add(table + " " + version + " " + operation + " " + changedRows);
        }
    }
}
