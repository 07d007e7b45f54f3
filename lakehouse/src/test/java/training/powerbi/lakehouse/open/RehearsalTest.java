package training.powerbi.lakehouse.open;

import static org.assertj.core.api.Assertions.assertThat;

import io.delta.kernel.TableManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import training.powerbi.lakehouse.files.local.LocalFileIO;
import training.powerbi.lakehouse.log.StoreEngine;

class RehearsalTest {
    private static final Instant AT = Instant.parse("2026-11-30T12:00:00Z");

    @Test
    void theTableInTheJarIsReadAsAnyOther() throws IOException {
        var state = Rehearsal.open();

        assertThat(state.size()).isEqualTo(2);
        assertThat(state.find("b")).hasValue(row("b"));
        assertThat(new PackagedFiles(Rehearsal.FOLDER).names("/rehearsal/_delta_log"))
                .as("a checkpoint and a commit behind it")
                .contains("_last_checkpoint", "00000000000000000001.checkpoint.parquet", "00000000000000000002.json");
    }

    private static Rehearsal.Row row(String id) {
        return new Rehearsal.Row(id, 1, 2, true, 0.5, AT);
    }

    /// Makes the files anew, for when tables are written in another way.
    ///
    /// @param words an empty folder; what is then in its `rehearsal` goes into the sources
    public static void main(String... words) throws IOException {
        var store = Path.of(words[0]);
        add(store, "a");
        var engine = new StoreEngine(new LocalFileIO());
        var folder = store.resolve("Tables").resolve(Rehearsal.FOLDER);
        TableManager.loadSnapshot(folder.toString()).build(engine).writeCheckpoint(engine);
        add(store, "b");
        Files.delete(folder.resolve("_delta_log/00000000000000000000.json"));
        try (var files = Files.walk(folder)) {
            var names = files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
            Files.writeString(folder.resolve(PackagedFiles.INDEX), String.join("\n", names));
        }
    }

    private static void add(Path folder, String id) throws IOException {
        try (var store = Lakehouses.open(folder)) {
            store.table(Rehearsal.table()).append(List.of(row(id)));
        }
    }
}
