package training.powerbi.lakehouse.files.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.utils.FileStatus;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFileIOTest {
    private static final int WRITERS = 16;

    @TempDir
    Path folder;

    private final LocalFileIO files = new LocalFileIO();

    @Test
    void ofManyWritersOfOneNameExactlyOneWins() throws Exception {
        for (var round = 0; round < 20; round++) {
            var target = folder.resolve("%020d.json".formatted(round)).toString();
            var start = new CountDownLatch(1);
            var winners = new ArrayList<Integer>();
            try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
                var running = new ArrayList<Future<Boolean>>();
                for (var writer = 0; writer < WRITERS; writer++) {
                    var text = "writer " + writer;
                    running.add(writers.submit(() -> {
                        start.await();
                        return write(target, text);
                    }));
                }
                start.countDown();
                for (var writer = 0; writer < WRITERS; writer++) {
                    if (running.get(writer).get()) {
                        winners.add(writer);
                    }
                }
            }
            assertThat(winners).hasSize(1);
            assertThat(Path.of(target)).hasContent("writer " + winners.getFirst());
        }
        try (var left = Files.list(folder)) {
            assertThat(left).hasSize(20).noneMatch(file -> file.toString().endsWith(".tmp"));
        }
    }

    @Test
    void aTakenNameKeepsItsContent() throws IOException {
        var target = folder.resolve("taken").toString();
        write(target, "first");

        assertThat(write(target, "second")).isFalse();
        assertThat(Path.of(target)).hasContent("first");
    }

    @Test
    void overwritingReplacesTheWholeFile() throws IOException {
        var target = folder.resolve("_last_checkpoint").toString();
        files.newOutputFile(target).writeAtomically(Utils.singletonCloseableIterator("a long first text"), true);
        files.newOutputFile(target).writeAtomically(Utils.singletonCloseableIterator("short"), true);

        assertThat(Path.of(target)).hasContent("short");
    }

    @Test
    void listingStartsAtTheNameAndIsSorted() throws IOException {
        for (var name : List.of("003", "001", ".002.tmp", "002")) {
            Files.writeString(folder.resolve(name), name);
        }
        Files.createDirectory(folder.resolve("004"));

        var found = new ArrayList<FileStatus>();
        try (var listing = files.listFrom(folder.resolve("002").toString())) {
            listing.forEachRemaining(found::add);
        }
        assertThat(found)
                .extracting(file -> String.valueOf(Path.of(file.getPath()).getFileName()))
                .containsExactly("002", "003");
        assertThatThrownBy(() -> files.listFrom(folder.resolve("nowhere/0").toString()))
                .isInstanceOf(FileNotFoundException.class);
    }

    @Test
    void namesAreThoseOfTheFolder() throws IOException {
        Files.writeString(folder.resolve("one.tmp"), "");
        Files.writeString(folder.resolve(".two"), "");

        assertThat(files.names(folder.toString())).containsExactlyInAnyOrder("one.tmp", ".two");
    }

    @Test
    void aMissingFileIsNotFound() {
        var missing = folder.resolve("missing").toString();

        assertThatThrownBy(() -> files.getFileStatus(missing)).isInstanceOf(FileNotFoundException.class);
        assertThatThrownBy(() -> files.newInputFile(missing, 0).newStream()).isInstanceOf(FileNotFoundException.class);
    }

    @Test
    void aSecondServerOnTheFolderIsRefusedUntilTheFirstIsGone() throws IOException {
        var data = folder.resolve("data");
        try (var first = StoreLock.acquire(data)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> StoreLock.acquire(data))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Another portal server")
                    .hasMessageContaining(data.toString());
        }
        StoreLock.acquire(data).close();
    }

    private boolean write(String target, String text) throws IOException {
        try {
            files.newOutputFile(target).writeAtomically(Utils.singletonCloseableIterator(text), false);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }
}
