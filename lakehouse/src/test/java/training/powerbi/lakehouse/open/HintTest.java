package training.powerbi.lakehouse.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.lakehouse.commit.KernelTable;
import training.powerbi.lakehouse.files.Leadership;
import training.powerbi.lakehouse.files.Pace;
import training.powerbi.lakehouse.files.local.LocalHome;

class HintTest {
    private static final Duration NEVER = Duration.ofHours(1);

    @TempDir
    Path folder;

    private volatile boolean away;

    @Test
    void aHintWhoseLookFailsIsKeptForTheNextLook() throws IOException {
        var files = new FaultyFiles((_, _) -> {}) {
            @Override
            public FileStatus getFileStatus(String path) throws IOException {
                if (away) {
                    throw new IOException("No answer");
                }
                return super.getFileStatus(path);
            }
        };
        var home = new SharedFolder(new LocalHome(folder, files), "a", Pace.AT_ONCE, Leadership.ALONE);
        try (var store = TestStore.open(home, NEVER, Clock.systemUTC());
                var other = TestStore.open(new SharedFolder(folder, "b", Leadership.ALONE), NEVER, Clock.systemUTC())) {
            var table = (KernelTable<Progress.Key, Progress>) store.table(Progress.table());
            other.table(Progress.table()).append(List.of(Progress.of("a", 1)));

            away = true;
            table.poll(true);
            away = false;
            assertThat(table.snapshot().size()).isZero();
            table.poll(false);

            await().atMost(Duration.ofMinutes(1)).until(() -> table.snapshot().size() == 1);
        }
    }
}
