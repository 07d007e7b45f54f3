package training.powerbi.lakehouse.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Damaged checkpoints and data files, as a failing disk or an interrupted copy leaves them.
class DamagedStoreTest {
    private static final int COMMITS = 130;

    @TempDir
    private static Path model;

    @TempDir
    Path folder;

    @BeforeAll
    static void writeModel() throws IOException {
        try (var store = TestStore.open(model)) {
            var table = store.table(Progress.table());
            for (var day = 1; day <= COMMITS; day++) {
                table.append(List.of(Progress.of("a", day)));
            }
        }
    }

    private Path log() {
        return folder.resolve("Tables/progress/_delta_log");
    }

    private Path newestCheckpoint() throws IOException {
        try (var files = Files.list(log())) {
            return files.filter(file -> file.toString().endsWith(".checkpoint.parquet"))
                    .max(Path::compareTo)
                    .orElseThrow();
        }
    }

    private void write() throws IOException {
        try (var files = Files.walk(model)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = folder.resolve(model.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private void startsWithAllRows() throws IOException {
        for (var start = 0; start < 2; start++) {
            try (var store = TestStore.open(folder)) {
                assertThat(store.table(Progress.table()).snapshot().size()).isEqualTo(COMMITS);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "cut", "garbage", "zeros", "missing", "tail"})
    void aDamagedCheckpointIsLeftAside(String how) throws IOException {
        write();
        var file = newestCheckpoint();
        var bytes = Files.readAllBytes(file);
        switch (how) {
            case "empty" -> Files.write(file, new byte[0]);
            case "cut" -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            case "garbage" -> Files.writeString(file, "not a checkpoint at all, but long enough to look like one");
            case "zeros" -> Files.write(file, new byte[bytes.length]);
            case "missing" -> Files.delete(file);
            default -> {
                Arrays.fill(bytes, 4, bytes.length / 2, (byte) 0x5A);
                Files.write(file, bytes);
            }
        }

        startsWithAllRows();
        if (!how.equals("missing")) {
            assertThat(file).doesNotExist();
            assertThat(Path.of(file + ".damaged")).exists();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "not json", "{}", "{\"version\":999999,\"size\":1}", "[1]", "null"})
    void aDamagedPointerToTheCheckpointIsLeftAside(String text) throws IOException {
        write();
        Files.writeString(log().resolve("_last_checkpoint"), text);

        startsWithAllRows();
    }

    @Test
    void aCheckpointThatLacksAPartIsLeftAside() throws IOException {
        write();
        var file = newestCheckpoint();
        var name = String.valueOf(file.getFileName()).replace(".checkpoint.", ".checkpoint.0000000001.0000000002.");
        Files.move(file, log().resolve(name));

        startsWithAllRows();
        assertThat(log().resolve(name)).doesNotExist();
    }

    @Test
    void withoutTheLogBeforeItADamagedCheckpointEndsTheStartWithItsName() throws IOException {
        write();
        Files.delete(log().resolve("00000000000000000000.json"));
        try (var files = Files.list(log())) {
            for (var checkpoint :
                    files.filter(file -> file.toString().endsWith(".parquet")).toList()) {
                Files.writeString(checkpoint, "damaged");
            }
        }
        var file = newestCheckpoint();

        try (var store = TestStore.open(folder)) {
            assertThatThrownBy(() -> store.table(Progress.table()))
                    .hasMessageContaining(String.valueOf(file.getFileName()))
                    .hasMessageContaining("backup");
        }
        assertThat(file).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "cut", "garbage", "missing"})
    void aDamagedDataFileEndsTheStartWithItsNameAndItsTable(String how) throws IOException {
        try (var store = TestStore.open(folder)) {
            store.table(Progress.table()).append(List.of(Progress.of("a", 1), Progress.of("b", 1)));
        }
        Path file;
        try (var files = Files.newDirectoryStream(folder.resolve("Tables/progress"), "*.parquet")) {
            file = files.iterator().next();
        }
        var bytes = Files.readAllBytes(file);
        switch (how) {
            case "empty" -> Files.write(file, new byte[0]);
            case "cut" -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            case "garbage" -> Files.write(file, new byte[bytes.length]);
            default -> Files.delete(file);
        }

        try (var store = TestStore.open(folder)) {
            assertThatThrownBy(() -> store.table(Progress.table()))
                    .hasMessageContaining("progress")
                    .hasMessageContaining(String.valueOf(file.getFileName()))
                    .hasMessageContaining("backup");
        }
    }
}
