package training.powerbi.lakehouse.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.delta.kernel.utils.FileStatus;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeededFilesTest {
    private static final String LOG = "/Tables/t/_delta_log/";

    /// Ten seconds apart.
    private static List<FileStatus> commits(int number) {
        var log = new ArrayList<FileStatus>();
        for (var version = 0; version < number; version++) {
            log.add(FileStatus.of(LOG + "%020d.json".formatted(version), 100, 10_000L * version));
        }
        return log;
    }

    private static List<String> needed(boolean noted, List<FileStatus> log) {
        return new NeededFiles(noted)
                .needed(log).stream()
                        .map(file -> file.getPath().substring(LOG.length()).replaceFirst("^0+(?=\\d)", ""))
                        .toList();
    }

    @Test
    void withoutACheckpointTheWholeLogIsNewestFirst() {
        assertThat(needed(false, commits(3))).containsExactly("2.json", "1.json", "0.json");
    }

    @Test
    void theNewestCheckpointAndWhatIsBehindItAreNeeded() {
        var log = commits(30);
        log.add(FileStatus.of(LOG + "_last_checkpoint", 10, 0));
        log.add(FileStatus.of(LOG + "%020d.checkpoint.parquet".formatted(10), 10, 0));
        log.add(FileStatus.of(LOG + "%020d.checkpoint.parquet".formatted(26), 10, 0));
        log.add(FileStatus.of(LOG + "%020d.crc".formatted(29), 10, 0));

        assertThat(needed(false, log))
                .containsExactly("26.checkpoint.parquet", "29.json", "28.json", "27.json", "26.json");
    }

    @Test
    void whereThereMayBeNotesTheCommitsOfTheLastMinutesAreNeededAndOneBeforeThem() {
        var log = commits(30);
        log.add(FileStatus.of(LOG + "%020d.checkpoint.parquet".formatted(29), 10, 0));

        assertThat(needed(true, log)).hasSize(1 + 14).endsWith("16.json");
        assertThat(needed(false, log)).containsExactly("29.checkpoint.parquet", "29.json");
    }
}
