package training.powerbi.lakehouse.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.lakehouse.CommitNote;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.NoteKeeper;
import training.powerbi.lakehouse.OpenLakehouse;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

class FaultyDiskTest {
    private static final FaultyFiles.Fault NONE = (step, path) -> {};

    @TempDir
    Path folder;

    private volatile FaultyFiles.Fault fault = NONE;
    private OpenLakehouse store;
    private DeltaTable<Progress.Key, Progress> table;

    @BeforeEach
    void open() {
        store = TestStore.open(folder, new FaultyFiles((step, path) -> fault.strike(step, path)));
        table = store.table(Progress.table());
        table.append(List.of(Progress.of("a", 1)));
    }

    @AfterEach
    void close() throws IOException {
        fault = NONE;
        store.close();
    }

    @Test
    void aFullDiskIsToldReadsGoOnAndWritingRecoversByItself() throws IOException {
        var before = names();
        fault = fullWhen(".parquet");
        assertThatThrownBy(() -> table.append(List.of(Progress.of("b", 1)))).satisfies(this::isFull);
        fault = fullWhen("_delta_log");
        assertThatThrownBy(() -> table.append(List.of(Progress.of("b", 1)))).satisfies(this::isFull);
        fault = fullWhen("");
        assertThatThrownBy(() -> table.append(IntStream.range(0, 12_000)
                        .mapToObj(at -> Progress.of("u" + at, 1))
                        .toList()))
                .satisfies(this::isFull);

        assertThat(table.snapshot().find(new Progress.Key("a", 1))).isPresent();
        assertThat(store.status().word()).isEqualTo("unavailable");
        assertThat(names()).isEqualTo(before);

        fault = NONE;
        assertThat(table.append(List.of(Progress.of("b", 1))).version()).isEqualTo(2);
        assertThat(store.status().word()).isEqualTo("ok");
    }

    @Test
    void healthSeesByItselfThatTheDiskTakesWritesAgain() {
        fault = fullWhen("");
        assertThatThrownBy(() -> table.append(List.of(Progress.of("b", 1)))).satisfies(this::isFull);
        assertThat(store.status().writable()).isFalse();

        fault = NONE;
        await().until(() -> store.status().writable());
    }

    @Test
    void anErrorInsideALibraryLeavesTheWriterAlive() {
        fault = (step, path) -> {
            throw new Error("as Hadoop does it");
        };
        assertThatThrownBy(() -> table.append(List.of(Progress.of("b", 1))))
                .isInstanceOfSatisfying(
                        PortalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE));

        fault = NONE;
        assertThat(table.append(List.of(Progress.of("b", 1))).changed()).isTrue();
    }

    @Test
    void aCommitThatIsThereAfterAllIsTakenAsOurs() {
        fault = (step, path) -> {
            if (step.equals("after") && path.contains("_delta_log")) {
                throw new IOException("Input/output error");
            }
        };
        assertThatThrownBy(() -> table.append(List.of(Progress.of("b", 1)))).isInstanceOf(PortalException.class);

        fault = NONE;
        await().until(() -> table.snapshot().version() == 2);
        assertThat(table.snapshot().find(new Progress.Key("b", 1))).contains(Progress.of("b", 1));
        assertThat(table.append(List.of(Progress.of("c", 1))).version()).isEqualTo(3);
    }

    @Test
    void aChangeWhoseNoteDidNotFitIsNotSaidToHaveChangedNothing() {
        var full = new AtomicBoolean(true);
        store.keepNotes(new NoteKeeper() {
            @Override
            public void keep(String name, long version, List<CommitNote> notes) {
                if (full.get()) {
                    throw new UncheckedIOException(new IOException("No space left on device"));
                }
            }

            @Override
            public void keepForeign(String name, long version, String operation, int changedRows) {}
        });
        assertThatThrownBy(() -> table.update(now -> Verdict.upsert(Progress.of("b", 1), new CommitNote("n", "{}"))))
                .satisfies(this::isFull)
                .hasMessageContaining("The change is stored")
                .hasMessageNotContaining("nothing was changed");
        assertThat(table.snapshot().find(new Progress.Key("b", 1))).isEmpty();

        full.set(false);
        await().until(() -> table.snapshot().find(new Progress.Key("b", 1)).isPresent());
    }

    private void isFull(Throwable failure) {
        assertThat(failure)
                .isInstanceOfSatisfying(
                        PortalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_FULL));
    }

    private static FaultyFiles.Fault fullWhen(String part) {
        return (step, path) -> {
            if (!step.equals("delete") && path.contains(part)) {
                throw new IOException("No space left on device");
            }
        };
    }

    private List<String> names() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.map(Path::toString).sorted().toList();
        }
    }
}
