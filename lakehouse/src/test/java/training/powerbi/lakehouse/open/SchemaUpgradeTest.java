package training.powerbi.lakehouse.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.lakehouse.testing.Foreigner;

class SchemaUpgradeTest {
    record Before(String id, int weight) {}

    record After(
            String id, int weight, boolean active, @Nullable String note, String tag, Progress.Mood mood, Instant at) {}

    record Changed(String id, String weight) {}

    @TempDir
    Path folder;

    @Test
    void columnsOfANewerPortalAreAddedToAnOldTable() throws IOException {
        try (var store = TestStore.open(folder)) {
            store.table(TableDefinition.of("things", Before.class, Before::id))
                    .append(List.of(new Before("a", 1), new Before("b", 2)));
        }
        var after = TableDefinition.of("things", After.class, After::id);
        var upgraded = new After("a", 1, false, null, "", Progress.Mood.FRESH, Instant.EPOCH);
        try (var store = TestStore.open(folder)) {
            var table = store.table(after);
            assertThat(table.snapshot().version()).isEqualTo(2);
            assertThat(table.snapshot().find("a")).contains(upgraded);
            table.append(List.of(new After("c", 3, true, "n", "t", Progress.Mood.NEARLY_DONE, Instant.EPOCH)));
        }
        try (var store = TestStore.open(folder)) {
            assertThat(store.table(after).snapshot().version()).isEqualTo(3);
            assertThat(store.status().problems()).isEmpty();
        }
        assertThat(new Foreigner(folder, "things").read(row -> row.getString("mood")))
                .containsExactlyInAnyOrder("fresh", "fresh", "nearly_done");
    }

    @Test
    void aColumnOfAnotherTypeIsRefusedInASentence() throws IOException {
        try (var store = TestStore.open(folder)) {
            store.table(TableDefinition.of("things", Before.class, Before::id));
        }
        try (var store = TestStore.open(folder)) {
            assertThatThrownBy(() -> store.table(TableDefinition.of("things", Changed.class, Changed::id)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("column weight is integer but must be string");
        }
    }
}
