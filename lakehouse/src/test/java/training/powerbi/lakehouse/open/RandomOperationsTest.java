package training.powerbi.lakehouse.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.lakehouse.testing.Foreigner;

class RandomOperationsTest {
    private static final int USERS = 1_500;

    @TempDir
    Path folder;

    private final Map<Progress.Key, Progress> model = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aTableIsWhatItsOperationsMadeIt(long seed) throws IOException {
        var random = new Random(seed);
        for (var session = 0; session < 3; session++) {
            try (var store = TestStore.open(folder)) {
                var table = store.table(Progress.table());
                same(table);
                for (var operation = 0; operation < 40; operation++) {
                    change(table, random);
                }
                same(table);
                var files = new Foreigner(folder, "progress").files();
                assertThat(files).isLessThanOrEqualTo(3 + model.size() / 1_000);
            }
            var read = new Foreigner(folder, "progress")
                    .read(row -> row.getString("user_id") + row.getInt("day_number") + row.getLong("revision"));
            var expected = model.values().stream()
                    .map(row -> row.userId() + row.dayNumber() + row.revision())
                    .sorted()
                    .toList();
            // Not a difference of a thousand lines.
            assertThat(read.stream().sorted().toList().equals(expected)).isTrue();
        }
    }

    private void change(DeltaTable<Progress.Key, Progress> table, Random random) {
        var count = random.nextInt(16) == 0 ? 1 + random.nextInt(4_000) : 1 + random.nextInt(20);
        var upserts = new HashMap<Progress.Key, Progress>();
        var deletes = new ArrayList<Progress.Key>();
        for (var at = 0; at < count; at++) {
            var row = Progress.of("u" + random.nextInt(USERS), random.nextInt(12));
            if (random.nextInt(3) > 0) {
                upserts.put(row.key(), row.withRevision(random.nextInt(5)));
            } else {
                deletes.add(row.key());
            }
        }
        deletes.forEach(model::remove);
        model.putAll(upserts);
        table.update(now -> new Verdict<>(List.copyOf(upserts.values()), deletes, List.of(), "done"));
    }

    private void same(DeltaTable<Progress.Key, Progress> table) {
        var now = table.snapshot();
        assertThat(now.size()).isEqualTo(model.size());
        assertThat(now.rows()).allMatch(row -> row.equals(model.get(row.key())));
        assertThat(model.values())
                .allMatch(row -> now.find(row.key()).orElseThrow().equals(row));
        for (var day = 0; day < 12; day++) {
            var wanted = day;
            assertThat(now.select(Progress.BY_DAY, wanted)).hasSize((int) model.values().stream()
                    .filter(row -> row.dayNumber() == wanted)
                    .count());
        }
    }
}
