package training.powerbi.lakehouse.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.model.error.PortalException;

class TornCommitTest {
    private static final String NEWEST = "00000000000000000002.json";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.5, 0.9})
    void theStartRefusesATornNewestCommitAndNamesTheFile(double part) throws IOException {
        write();
        var commit = log().resolve(NEWEST);
        var whole = Files.readAllBytes(commit);
        Files.write(commit, Arrays.copyOf(whole, (int) (whole.length * part)));

        try (var store = TestStore.open(folder)) {
            assertThatThrownBy(() -> store.table(Progress.table()))
                    .hasMessageContaining(NEWEST)
                    .hasMessageContaining("version 1");
        }

        Files.delete(commit);
        try (var store = TestStore.open(folder)) {
            assertThat(store.table(Progress.table()).snapshot().rows()).containsExactly(Progress.of("a", 1));
        }
    }

    @Test
    void aCommitCutAtTheEndOfALineIsTornAsWell() throws IOException {
        write();
        var commit = log().resolve(NEWEST);
        Files.writeString(commit, Files.readAllLines(commit).getFirst() + "\n");

        try (var store = TestStore.open(folder)) {
            assertThatThrownBy(() -> store.table(Progress.table())).hasMessageContaining(NEWEST);
        }
    }

    @Test
    void aTornCommitThatAppearsLiveHoldsTheTableAtTheLastGoodVersion() throws IOException {
        write();
        try (var store = TestStore.open(folder)) {
            var table = store.table(Progress.table());
            var torn = log().resolve("00000000000000000003.json");
            Files.writeString(torn, "{\"commitInfo\":{\"timest");

            await().until(() -> store.status().problems().stream().anyMatch(each -> each.contains("3.json")));
            assertThat(table.snapshot().version()).isEqualTo(2);
            assertThatThrownBy(() -> table.append(List.of(Progress.of("c", 1)))).isInstanceOf(PortalException.class);

            Files.delete(torn);
            await().until(() -> store.status().word().equals("ok"));
            assertThat(table.append(List.of(Progress.of("c", 1))).version()).isEqualTo(3);
        }
    }

    @Test
    void filesOfOthersBesideTheLogAreIgnored() throws IOException {
        write();
        Files.writeString(log().resolve(".00000000000000000002.json.crc"), "wrong");
        Files.writeString(log().resolve("00000000000000000002.crc"), "{\"tableSizeBytes\":0,\"numFiles\":77}");
        Files.writeString(log().resolve("00000000000000000003.json.tmp"), "{");
        Files.writeString(log().resolve("../part-orphan.parquet"), "not parquet");

        try (var store = TestStore.open(folder)) {
            var table = store.table(Progress.table());
            assertThat(table.snapshot().size()).isEqualTo(2);
            assertThat(table.append(List.of(Progress.of("c", 1))).version()).isEqualTo(3);
        }
    }

    private Path log() {
        return folder.resolve("Tables/progress/_delta_log");
    }

    private void write() throws IOException {
        try (var store = TestStore.open(folder)) {
            var table = store.table(Progress.table());
            table.append(List.of(Progress.of("a", 1)));
            table.append(List.of(Progress.of("b", 1)));
        }
    }
}
