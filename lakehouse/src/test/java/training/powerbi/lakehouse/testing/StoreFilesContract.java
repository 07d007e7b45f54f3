package training.powerbi.lakehouse.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.utils.FileStatus;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import training.powerbi.lakehouse.files.StoreFiles;

/// What every place promises for the store's own files; run on each.
public abstract class StoreFilesContract {
    private static final int WRITERS = 16;
    private static final int ROUNDS = 20;

    protected abstract StoreFiles files();

    /// An empty folder's address, without `/` at its end.
    protected abstract String folder();

    @Test
    void ofManyWritersOfOneNameExactlyOneWins() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            var target = path("%020d.json".formatted(round));
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
            assertThat(read(target)).isEqualTo("writer " + winners.getFirst() + "\n");
        }
        assertThat(files().names(folder())).hasSize(ROUNDS);
    }

    @Test
    void aTakenNameKeepsItsContent() throws IOException {
        var target = path("taken");
        write(target, "first");

        assertThat(write(target, "second")).isFalse();
        assertThat(read(target)).isEqualTo("first\n");
    }

    @Test
    void aStreamThatIsWrittenAtomicallyReplacesNothing() throws IOException {
        var target = path("checkpoint");
        write(target, "first");

        assertThatThrownBy(() -> {
                    try (var stream = files().newOutputFile(target).create(true)) {
                        stream.write(new byte[3]);
                    }
                })
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(read(target)).isEqualTo("first\n");
    }

    @Test
    void overwritingReplacesTheWholeFile() throws IOException {
        var target = path("_last_checkpoint");
        files().newOutputFile(target).writeAtomically(Utils.singletonCloseableIterator("a long first text"), true);
        files().newOutputFile(target).writeAtomically(Utils.singletonCloseableIterator("short"), true);

        assertThat(read(target)).isEqualTo("short\n");
    }

    @Test
    void aStreamIsThereWhenItIsClosed() throws IOException {
        var target = path("part-1.parquet");
        var bytes = new byte[100_000];
        bytes[99_999] = 7;
        try (var stream = files().newOutputFile(target).create(false)) {
            stream.write(bytes, 0, 50_000);
            stream.write(bytes, 50_000, 49_999);
            stream.write(7);
            assertThat(stream.getPos()).isEqualTo(100_000);
        }

        assertThat(files().getFileStatus(target).getSize()).isEqualTo(100_000);
        try (var stream = files().newInputFile(target, 0).newStream()) {
            stream.seek(99_999);
            assertThat(stream.read()).isEqualTo(7);
        }
        assertThat(files().newInputFile(target, 0).length()).isEqualTo(100_000);
    }

    @Test
    void aListingStartsAtTheNameAndIsSorted() throws IOException {
        for (var name : List.of("003", "001", ".002.tmp", "002")) {
            write(path(name), name);
        }
        files().mkdirs(path("004"));
        write(path("004/below"), "not of this folder");

        var found = new ArrayList<FileStatus>();
        try (var listing = files().listFrom(path("002"))) {
            listing.forEachRemaining(found::add);
        }
        assertThat(found).extracting(FileStatus::getPath).containsExactly(path("002"), path("003"));
        assertThat(found).extracting(FileStatus::getSize).containsExactly(4L, 4L);
        assertThat(files().names(folder())).contains(".002.tmp", "001", "002", "003");
    }

    @Test
    void aDeletedFileIsGone() throws IOException {
        write(path("one"), "one");

        assertThat(files().delete(path("one"))).isTrue();
        assertThat(files().delete(path("one"))).isFalse();
        assertThatThrownBy(() -> files().getFileStatus(path("one"))).isInstanceOf(FileNotFoundException.class);
    }

    @Test
    void aMissingFileIsNotFound() {
        assertThatThrownBy(() -> files().getFileStatus(path("missing"))).isInstanceOf(FileNotFoundException.class);
        assertThatThrownBy(() -> files().newInputFile(path("missing"), 0).newStream())
                .isInstanceOf(FileNotFoundException.class);
    }

    @Test
    void aCopyMayReplace() throws IOException {
        write(path("one"), "one");
        write(path("two"), "two");

        files().copyFileAtomically(path("one"), path("two"), true);

        assertThat(read(path("two"))).isEqualTo("one\n");
    }

    @Test
    void aNameMayHaveAnyLetters() throws IOException {
        var odd = path("Tag 1 = ä%2B+&#'.json");
        write(odd, "odd");

        assertThat(read(odd)).isEqualTo("odd\n");
        assertThat(files().names(folder())).containsExactly("Tag 1 = ä%2B+&#'.json");
    }

    @Test
    void aProbeLeavesTheFolderAsItWas() throws IOException {
        files().mkdirs(folder());
        files().probe(folder());

        assertThat(files().names(folder())).isEmpty();
    }

    protected final String path(String name) {
        return folder() + "/" + name;
    }

    protected final boolean write(String target, String text) throws IOException {
        try {
            files().newOutputFile(target).writeAtomically(Utils.singletonCloseableIterator(text), false);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private String read(String target) throws IOException {
        try (var stream = files().newInputFile(target, 0).newStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
