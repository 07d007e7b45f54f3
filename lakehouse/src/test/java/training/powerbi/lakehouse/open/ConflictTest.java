package training.powerbi.lakehouse.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.lakehouse.testing.Foreigner;

class ConflictTest {
    private static final String COMMIT = ".json";

    @TempDir
    Path folder;

    @Test
    void aDecisionRunsAgainOnTheStateThatWon() throws IOException {
        var races = new AtomicInteger(3);
        var runs = new AtomicInteger();
        var files = new FaultyFiles((step, path) -> {
            if (step.equals("before") && path.endsWith(COMMIT) && !path.contains("0000.json") && races.get() > 0) {
                var round = races.getAndDecrement();
                new Foreigner(folder, "progress").append(List.of(Progress.of("rival", round)));
            }
        });
        try (var store = TestStore.open(folder, files)) {
            var table = store.table(Progress.table());

            var result = table.update(now -> {
                runs.incrementAndGet();
                return Verdict.upsert(Progress.of("a", now.size() + 1));
            });

            assertThat(result.version()).isEqualTo(4);
            assertThat(result.answer().dayNumber()).isEqualTo(4);
            assertThat(runs).hasValue(4);
            assertThat(new Foreigner(folder, "progress").read(row -> row.getString("user_id")))
                    .containsExactlyInAnyOrder("rival", "rival", "rival", "a");
        }
    }

    @Test
    void aUniquenessRuleHoldsAgainstARival() throws IOException {
        var races = new AtomicInteger(1);
        var files = new FaultyFiles((step, path) -> {
            if (step.equals("before") && path.endsWith("1.json") && races.getAndDecrement() > 0) {
                new Foreigner(folder, "progress").append(List.of(Progress.of("taken", 1)));
            }
        });
        try (var store = TestStore.open(folder, files)) {
            var table = store.table(Progress.table());

            assertThatThrownBy(() -> table.update(now -> {
                        if (now.find(new Progress.Key("taken", 1)).isPresent()) {
                            throw new IllegalStateException("taken");
                        }
                        return Verdict.upsert(Progress.of("taken", 1).withRevision(1));
                    }))
                    .hasMessage("taken");

            assertThat(new Foreigner(folder, "progress").read(row -> row.getLong("revision")))
                    .containsExactly(0L);
        }
    }
}
