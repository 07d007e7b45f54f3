package training.powerbi.server.lakehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryLakehouseTest {
    private record Note(String id, String text) {}

    private final MemoryLakehouse lakehouse = new MemoryLakehouse();
    private final DeltaTable<String, Note> table =
            lakehouse.table(TableDefinition.of("notes", Note.class, Note::id).countedInRevision());

    @Test
    void aRowIsFoundAfterItsUpdateAndListenersHaveHeardOfIt() {
        var heard = new ArrayList<TableChange<String, Note>>();
        table.onChange(heard::add);

        var result = table.update(now -> Verdict.upsert(new Note("a", "first")));

        assertThat(result.version()).isEqualTo(1);
        assertThat(table.snapshot().find("a")).contains(new Note("a", "first"));
        assertThat(heard)
                .singleElement()
                .satisfies(change -> assertThat(change.version()).isEqualTo(1));
        assertThat(lakehouse.revision()).isEqualTo(1);
    }

    @Test
    void anEqualRowIsNoChange() {
        table.append(List.of(new Note("a", "first")));

        assertThat(table.append(List.of(new Note("a", "first"))).changed()).isFalse();
    }

    @Test
    void anIncompleteRowIsRefused() {
        assertThatThrownBy(() -> table.append(List.of(incomplete()))).isInstanceOf(IllegalArgumentException.class);
    }

    @SuppressWarnings("NullAway") // the test hands in what must not be handed in
    private static Note incomplete() {
        return new Note("a", null);
    }
}
