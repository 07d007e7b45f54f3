package training.powerbi.lakehouse.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.memory.TableState;
import training.powerbi.lakehouse.testing.Foreigner;

class KeptColumnsTest {
    private static final int ROWS = 11_000;

    @TempDir
    Path folder;

    @Test
    void allReadersFindWhatChangedBesideWhatWasKept() throws IOException {
        Function<Integer, Progress> expected =
                at -> at % 7 == 0 ? row(at).withRevision(at) : at % 1_000 == 1 ? row(at).withRevision(1) : row(at);
        try (var store = TestStore.open(folder)) {
            var table = store.table(Progress.table());
            table.append(rows(at -> true, KeptColumnsTest::row));
            var size = currentSize(table);
            table.append(rows(at -> at % 7 == 0, at -> row(at).withRevision(at)));
            // Keys and names are there once, in columns copied as they were.
            assertThat(currentSize(table)).isGreaterThan(size);
            table.append(rows(at -> at % 1_000 == 1 && at % 7 != 0, at -> row(at).withRevision(1)));
            same(table, expected);
        }
        try (var store = TestStore.open(folder)) {
            var table = store.table(Progress.table());
            same(table, expected);
            // Columns copied from a file that was itself loaded, and copied before.
            table.append(rows(at -> at % 2 == 0, at -> row(at).withRevision(5)));
            same(table, at -> at % 2 == 0 ? row(at).withRevision(5) : expected.apply(at));
        }
        var read = new Foreigner(folder, "progress")
                .read(row -> row.getString("progress_id")
                        + row.getLong("revision")
                        + row.getString("mood")
                        + (row.isNullAt("remark") ? "" : row.getString("remark"))
                        + row.getTimestamp("last_accessed"));
        var wanted = rows(at -> true, at -> at % 2 == 0 ? row(at).withRevision(5) : expected.apply(at)).stream()
                .map(row -> row.progressId()
                        + row.revision()
                        + row.mood().name().toLowerCase(java.util.Locale.ROOT)
                        + (row.remark() == null ? "" : row.remark())
                        + java.sql.Timestamp.from(row.lastAccessed()))
                .sorted()
                .toList();
        // Not a difference of a thousand lines.
        assertThat(read.stream().sorted().toList().equals(wanted)).isTrue();
    }

    @Test
    void aFileThatIsGoneIsWrittenAgainFromMemory() throws IOException {
        try (var store = TestStore.open(folder)) {
            var table = store.table(Progress.table());
            table.append(rows(at -> true, KeptColumnsTest::row));
            try (var files = Files.list(folder.resolve("Tables/progress"))) {
                for (var file : files.filter(each -> each.toString().endsWith(".parquet"))
                        .toList()) {
                    Files.delete(file);
                }
            }
            table.append(rows(at -> at % 7 == 0, at -> row(at).withRevision(at)));
        }
        try (var store = TestStore.open(folder)) {
            same(store.table(Progress.table()), at -> at % 7 == 0 ? row(at).withRevision(at) : row(at));
        }
    }

    private static Progress row(int at) {
        return Progress.of("u" + at / 12, at % 12);
    }

    private static List<Progress> rows(java.util.function.IntPredicate which, Function<Integer, Progress> made) {
        return IntStream.range(0, ROWS).filter(which).boxed().map(made).toList();
    }

    private static void same(DeltaTable<Progress.Key, Progress> table, Function<Integer, Progress> expected) {
        var now = table.snapshot();
        assertThat(now.size()).isEqualTo(ROWS);
        var different = IntStream.range(0, ROWS)
                .filter(at -> !now.find(row(at).key()).orElseThrow().equals(expected.apply(at)))
                .count();
        assertThat(different).isZero();
    }

    private static long currentSize(DeltaTable<Progress.Key, Progress> table) {
        return ((TableState<Progress.Key, Progress>) table.snapshot())
                .layout().files().values().stream()
                        .mapToLong(file -> file.add().getSize())
                        .sum();
    }
}
