package training.powerbi.server.lakehouse.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.delta.standalone.DeltaLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.server.lakehouse.Verdict;

class KernelTableTest {
    @TempDir
    Path folder;

    @Test
    void rowsAreThereAfterReopening() throws Exception {
        try (var store = TestStore.open(folder)) {
            var table = store.table(Progress.table());
            assertThat(table.snapshot().version()).isZero();
            var result = table.append(List.of(Progress.of("a", 1), Progress.of("b", 1)));
            assertThat(result.version()).isEqualTo(1);
            table.update(now -> Verdict.upsert(
                    now.find(new Progress.Key("a", 1)).orElseThrow().withRevision(7)));
            assertThat(table.snapshot().size()).isEqualTo(2);
        }
        try (var store = TestStore.open(folder)) {
            var now = store.table(Progress.table()).snapshot();
            assertThat(now.version()).isEqualTo(2);
            assertThat(now.find(new Progress.Key("a", 1)))
                    .contains(Progress.of("a", 1).withRevision(7));
            assertThat(now.select(Progress.BY_DAY, 1)).hasSize(2);
        }
    }

    @Test
    void standaloneReadsWhatWasWritten() throws Exception {
        try (var store = TestStore.open(folder)) {
            var table = store.table(Progress.table());
            table.append(IntStream.range(0, 12_000)
                    .mapToObj(at -> Progress.of("u" + at, at % 12))
                    .toList());
            table.append(List.of(Progress.of("u5", 5).withRevision(3)));
            var log = DeltaLog.forTable(
                    new Configuration(false), folder.resolve("Tables/progress").toString());
            var ids = new ArrayList<String>();
            try (var rows = log.snapshot().open()) {
                while (rows.hasNext()) {
                    ids.add(rows.next().getString("progress_id"));
                }
            }
            assertThat(ids).hasSize(12_000).doesNotHaveDuplicates();
        }
    }
}
