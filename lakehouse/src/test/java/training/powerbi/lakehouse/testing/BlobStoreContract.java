package training.powerbi.lakehouse.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.lakehouse.Blob;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// What every place for files promises; run on each.
public abstract class BlobStoreContract {
    private static final BlobName NAME = new BlobName("videos/one.mp4");

    private BlobStore store;

    /// The place, new and empty at first; again what it holds, as after a restart.
    protected abstract BlobStore open() throws IOException;

    @BeforeEach
    void openStore() throws IOException {
        store = open();
    }

    @Test
    void committedBytesAreThereAfterARestart() throws IOException {
        assertThat(append(NAME, 0, "first ")).isEqualTo(6);
        assertThat(append(NAME, 6, "second")).isEqualTo(12);

        assertThat(read(open(), NAME)).isEqualTo("first second");
    }

    @Test
    void whatWasNotCommittedIsGivenBack() throws IOException {
        append(NAME, 0, "kept");
        try (var append = store.append(NAME, 4)) {
            append.write(bytes(" and lost"));
        }
        try (var append = store.append(new BlobName("videos/two.mp4"), 0)) {
            append.write(bytes("never committed"));
        }

        assertThat(read(store, NAME)).isEqualTo("kept");
        assertThat(store.list("videos")).extracting(Blob::name).containsExactly(NAME);
    }

    @Test
    void oneAppendMayCommitSeveralTimes() throws IOException {
        try (var append = store.append(NAME, 0)) {
            append.write(bytes("a"));
            assertThat(append.commit()).isEqualTo(1);
            append.write(bytes("bc"));
            assertThat(append.commit()).isEqualTo(3);
            append.write(bytes("d"));
        }

        assertThat(read(store, NAME)).isEqualTo("abc");
    }

    @Test
    void anAppendLeavesNoGapAndOverwritesNothing() throws IOException {
        append(NAME, 0, "four");

        assertThat(code(() -> store.append(NAME, 3))).isEqualTo(ErrorCode.UPLOAD_OFFSET_MISMATCH);
        assertThat(code(() -> store.append(NAME, 5))).isEqualTo(ErrorCode.UPLOAD_OFFSET_MISMATCH);
        assertThat(code(() -> store.append(NAME, 0))).isEqualTo(ErrorCode.UPLOAD_OFFSET_MISMATCH);
        assertThat(code(() -> store.append(new BlobName("videos/none.mp4"), 5))).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(read(store, NAME)).isEqualTo("four");
    }

    @Test
    void anEmptyBlobIsABlob() throws IOException {
        append(NAME, 0, "");

        assertThat(store.find(NAME))
                .hasValueSatisfying(blob -> assertThat(blob.size()).isZero());
        append(NAME, 0, "more");
        assertThat(read(store, NAME)).isEqualTo("more");
    }

    @Test
    void aSmallBlobIsReplacedWhole() throws IOException {
        store.put(NAME, "a longer text".getBytes(StandardCharsets.UTF_8));
        store.put(NAME, "short".getBytes(StandardCharsets.UTF_8));

        assertThat(read(open(), NAME)).isEqualTo("short");
    }

    @Test
    void aMovedBlobHasOnlyItsNewName() throws IOException {
        append(NAME, 0, "bytes");
        var target = new BlobName("kept/here/one.mp4");
        store.move(NAME, target);

        assertThat(store.find(NAME)).isEmpty();
        assertThat(read(open(), target)).isEqualTo("bytes");
        assertThat(code(() -> store.move(NAME, new BlobName("kept/two.mp4")))).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(code(() -> store.move(NAME, target))).isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void aMoveReplacesNothing() throws IOException {
        var taken = new BlobName("videos/taken.mp4");
        append(NAME, 0, "bytes");
        append(taken, 0, "other");

        assertThatThrownBy(() -> store.move(NAME, taken)).isInstanceOf(IllegalStateException.class);
        assertThat(read(store, taken)).isEqualTo("other");
        assertThat(read(store, NAME)).isEqualTo("bytes");
    }

    @Test
    void aListHasAllBlobsOfAFolderAndNoOthers() {
        store.put(new BlobName("decks/a/index.html"), new byte[1]);
        store.put(new BlobName("decks/a/img/x.png"), new byte[2]);
        store.put(new BlobName("decks/b/index.html"), new byte[3]);
        store.put(new BlobName("decks2/c.html"), new byte[4]);

        assertThat(store.list("decks"))
                .extracting(blob -> blob.name() + " " + blob.size())
                .containsExactlyInAnyOrder("decks/a/index.html 1", "decks/a/img/x.png 2", "decks/b/index.html 3");
        assertThat(store.list("decks/a")).hasSize(2);
        assertThat(store.list("nothing")).isEmpty();
    }

    @Test
    void aDeletedBlobIsGoneAndItsReadersReadOn() throws IOException {
        append(NAME, 0, "bytes");
        var blob = store.find(NAME).orElseThrow();
        try (var reader = blob.open()) {
            assertThat(store.delete(NAME)).isTrue();
            assertThat(store.delete(NAME)).isFalse();
            var first = ByteBuffer.allocate(5);
            reader.read(first);
            assertThat(new String(first.array(), StandardCharsets.UTF_8)).isEqualTo("bytes");
        }

        assertThat(open().find(NAME)).isEmpty();
        assertThat(code(blob::open)).isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void foldersComeAndGoUnderManyWriters() throws Exception {
        var work = new ArrayList<Callable<Void>>();
        for (int writer = 0; writer < 8; writer++) {
            var name = new BlobName("decks/same/folder/" + writer);
            work.add(() -> {
                for (int round = 0; round < 20; round++) {
                    store.put(name, new byte[10]);
                    assertThat(store.list("decks")).extracting(Blob::name).contains(name);
                    assertThat(store.delete(name)).isTrue();
                }
                return null;
            });
        }
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> done : workers.invokeAll(work)) {
                done.get();
            }
        }

        assertThat(store.list("decks")).isEmpty();
    }

    @Test
    void freeSpaceIsKnownOrUnlimited() {
        assertThat(store.freeSpace()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../x",
                "a/../x",
                "a/..",
                "/a/b",
                "a//b",
                "a/",
                "a",
                "",
                "a/.hidden",
                "a\\b/c",
                "C:/x/y",
                "a/b\u0000",
                "a/b c",
                "a/é",
                "a/b%2e",
                "a/\n"
            })
    void noNameLeadsElsewhere(String name) {
        assertThatThrownBy(() -> new BlobName(name)).isInstanceOf(IllegalArgumentException.class);
    }

    private long append(BlobName name, long offset, String text) {
        try (var append = store.append(name, offset)) {
            append.write(bytes(text));
            return append.commit();
        }
    }

    private static String read(BlobStore store, BlobName name) throws IOException {
        var blob = store.find(name).orElseThrow();
        try (var stream = Channels.newInputStream(blob.open())) {
            var bytes = stream.readAllBytes();
            assertThat(bytes).hasSize(Math.toIntExact(blob.size()));
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ErrorCode code(ThrowingCallable call) {
        return catchThrowableOfType(PortalException.class, call).code();
    }
}
