package training.powerbi.lakehouse.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.lakehouse.files.local.LocalFileIO;

class FolderLookTest {
    @TempDir
    Path folder;

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
    private Step beforeListing = () -> {};
    private Step afterListing = () -> {};
    /// What the file that tells of others waits for before it is read, and the listing before it is made.
    private CountDownLatch listedFirst = new CountDownLatch(0);

    private CountDownLatch readFirst = new CountDownLatch(0);
    private CountDownLatch sideBySide = new CountDownLatch(0);

    private static Step once(Step step) {
        var done = new AtomicBoolean();
        return () -> {
            if (!done.getAndSet(true)) {
                step.run();
            }
        };
    }

    private interface Step {
        void run() throws IOException;
    }

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("1.json"), "one");
        Files.writeString(folder.resolve("2.json"), "two");
        Files.writeString(folder.resolve("3.json"), "three");
    }

    @AfterEach
    void end() {
        readers.close();
    }

    private String path(String name) {
        return folder + "/" + name;
    }

    private FolderLook begin(UnaryOperator<List<FileStatus>> needed) throws IOException {
        return FolderLook.begin(new FarFiles(), folder.toString(), guess(needed), readers);
    }

    private static FolderLook.Guess guess(UnaryOperator<List<FileStatus>> needed) {
        return new FolderLook.Guess() {
            @Override
            public String first() {
                return "_last";
            }

            @Override
            public boolean isAmong(byte[] told, List<FileStatus> all) {
                var name = new String(told, StandardCharsets.UTF_8);
                return all.stream().anyMatch(file -> file.getPath().endsWith("/" + name));
            }

            @Override
            public List<FileStatus> needed(List<FileStatus> all) {
                return needed.apply(all);
            }
        };
    }

    @Test
    void whatIsNeededIsFetchedSideBySideAndOnce() throws IOException {
        sideBySide = new CountDownLatch(2);
        try (var look = begin(files -> files.subList(0, 2))) {
            for (var again = 0; again < 2; again++) {
                assertThat(look.bytes(path("1.json"))).asString().isEqualTo("one");
                assertThat(look.newInputFile(path("2.json"), 0).newStream().readAllBytes())
                        .asString()
                        .isEqualTo("two");
            }

            assertThat(asked).containsExactlyInAnyOrder("read _last", "list", "read 1.json", "read 2.json");
            assertThat(look.bytes(path("3.json"))).asString().isEqualTo("three");
            assertThat(asked).contains("read 3.json");
        }
    }

    @Test
    void theListingAnswersWhatTheFolderHas() throws IOException {
        try (var look = begin(files -> List.of())) {
            assertThat(look.names(folder.toString())).containsExactly("1.json", "2.json", "3.json");
            assertThat(look.getFileStatus(path("3.json")).getSize()).isEqualTo(5);
            try (var from = look.listFrom(path("2.json"))) {
                assertThat(from.toInMemoryList())
                        .extracting(FileStatus::getPath)
                        .hasSize(2);
            }
            assertThatThrownBy(() -> look.getFileStatus(path("4.json"))).isInstanceOf(FileNotFoundException.class);
            assertThatThrownBy(() -> look.newInputFile(path("4.json"), 0).newStream())
                    .isInstanceOf(FileNotFoundException.class);

            assertThat(asked).containsExactlyInAnyOrder("read _last", "list");
        }
    }

    /// Another server writes a checkpoint, and then the file that tells of it.
    @Test
    void whatTellsOfOthersNeverTellsOfMoreThanIsListed() throws IOException {
        Files.writeString(folder.resolve("_last"), "3.json");
        afterListing = once(() -> {
            Files.writeString(folder.resolve("4.json"), "four");
            Files.writeString(folder.resolve("_last"), "4.json");
        });
        listedFirst = new CountDownLatch(1);
        try (var look = begin(files -> files)) {
            assertThat(look.bytes(path("_last"))).asString().isEqualTo("4.json");
            assertThat(look.bytes(path("4.json"))).asString().isEqualTo("four");
        }
        Files.delete(folder.resolve("_last"));
        beforeListing = () -> Files.writeString(folder.resolve("_last"), "5.json");
        readFirst = new CountDownLatch(1);
        try (var look = begin(files -> files)) {
            assertThatThrownBy(() -> look.getFileStatus(path("_last"))).isInstanceOf(FileNotFoundException.class);
        }
    }

    /// It is damaged, and must be seen to be.
    @Test
    void whatTellsOfOthersThatAreNowhereIsShownAsItIs() throws IOException {
        Files.writeString(folder.resolve("_last"), "6.json");
        try (var look = begin(files -> List.of())) {
            assertThat(look.bytes(path("_last"))).asString().isEqualTo("6.json");
            assertThatThrownBy(() -> look.bytes(path("6.json"))).isInstanceOf(FileNotFoundException.class);
        }
    }

    @Test
    void whoeverWritesThereSeesTheFilesThemselvesFromThenOn() throws IOException {
        try (var look = begin(files -> List.of())) {
            look.newOutputFile(path("4.json")).writeAtomically(Utils.singletonCloseableIterator("four"), false);

            assertThat(look.names(folder.toString())).contains("4.json");
            assertThat(look.bytes(path("4.json"))).asString().startsWith("four");
            assertThat(look.delete(path("1.json"))).isTrue();
            assertThat(look.names(folder.toString())).doesNotContain("1.json");
        }
    }

    @Test
    void afterTheLookWhatOthersWroteIsThere() throws IOException {
        var look = begin(files -> files.subList(0, 2));
        look.close();
        Files.writeString(folder.resolve("1.json"), "other");

        assertThat(look.bytes(path("1.json"))).asString().isEqualTo("other");
    }

    @Test
    void anotherLookAtTheSameListingFetchesOnlyWhatTheFirstDidNot() throws IOException {
        var first = begin(files -> files.subList(0, 1));
        assertThat(first.bytes(path("1.json"))).asString().isEqualTo("one");
        try (var second = first.again(guess(files -> files), readers)) {
            first.close();

            assertThat(second.bytes(path("1.json"))).asString().isEqualTo("one");
            assertThat(second.bytes(path("2.json"))).asString().isEqualTo("two");
            assertThat(second.bytes(path("3.json"))).asString().isEqualTo("three");
        }
        assertThat(asked).containsExactlyInAnyOrder("read _last", "list", "read 1.json", "read 2.json", "read 3.json");
    }

    @Test
    void anotherLookThatBeginsAfterTheFirstIsOverSeesTheFilesThemselves() throws IOException {
        var first = begin(files -> files);
        first.close();
        Files.writeString(folder.resolve("4.json"), "four");

        try (var second = first.again(guess(files -> files), readers)) {
            assertThat(second.bytes(path("4.json"))).asString().isEqualTo("four");
        }
    }

    @Test
    void aFileThatIsGoneWhenItIsFetchedIsMissing() throws IOException {
        try (var look = begin(files -> {
            var _ = folder.resolve("1.json").toFile().delete();
            return files.subList(0, 2);
        })) {
            assertThatThrownBy(() -> look.bytes(path("1.json"))).isInstanceOf(IOException.class);
            assertThat(look.bytes(path("2.json"))).asString().isEqualTo("two");
            Files.writeString(folder.resolve("1.json"), "back");
            look.forgetFailures();
            assertThat(look.bytes(path("1.json"))).asString().isEqualTo("back");
        }
    }

    @Test
    void nearFilesAreNotLookedAtInAdvance() throws IOException {
        var near = new LocalFileIO();
        UnaryOperator<List<FileStatus>> refuses = files -> {
            throw new AssertionError("not to be asked");
        };
        try (var look = FolderLook.begin(near, folder.toString(), guess(refuses), readers)) {
            Files.writeString(folder.resolve("4.json"), "four");

            assertThat(look.bytes(path("4.json"))).asString().isEqualTo("four");
        }
    }

    /// Local files that pretend to be far away; those that are to be read at once wait for each other.
    private final class FarFiles extends ForwardingFiles {
        FarFiles() {
            super(new LocalFileIO());
        }

        @Override
        public boolean isFar() {
            return true;
        }

        @Override
        public CloseableIterator<FileStatus> listFrom(String filePath) throws IOException {
            asked.add("list");
            await(readFirst);
            beforeListing.run();
            try (var all = super.listFrom(filePath)) {
                var listed = all.toInMemoryList();
                afterListing.run();
                listedFirst.countDown();
                return Utils.toCloseableIterator(listed.iterator());
            }
        }

        @Override
        public FileStatus getFileStatus(String path) throws IOException {
            asked.add("find " + path.substring(folder.toString().length() + 1));
            return super.getFileStatus(path);
        }

        @Override
        public byte[] bytes(String path) throws IOException {
            asked.add("read " + path.substring(folder.toString().length() + 1));
            if (path.endsWith(".json")) {
                sideBySide.countDown();
                await(sideBySide);
                return super.bytes(path);
            }
            await(listedFirst);
            try {
                return super.bytes(path);
            } finally {
                readFirst.countDown();
            }
        }

        private void await(CountDownLatch other) throws IOException {
            try {
                assertThat(other.await(1, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }
}
