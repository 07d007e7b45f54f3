package training.powerbi.lakehouse.files.onelake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import training.powerbi.lakehouse.Blob;
import training.powerbi.lakehouse.BlobAppend;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.OneLakePlace;
import training.powerbi.lakehouse.files.onelake.rest.BlobRequest;
import training.powerbi.lakehouse.files.onelake.rest.Patience;
import training.powerbi.lakehouse.testing.BlobStoreContract;
import training.powerbi.lakehouse.testing.fabric.FabricDoubles;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

class OneLakeBlobStoreTest extends BlobStoreContract {
    @RegisterExtension
    static final FabricDoubles FABRIC = new FabricDoubles();

    private static final BlobName UPLOAD = new BlobName("uploads/one");
    private static final BlobName VIDEO = new BlobName("videos/one.mp4");

    private @Nullable OneLakePlace place;
    private @Nullable OneLakeHome home;

    @Override
    protected BlobStore open() {
        var known = place == null ? FABRIC.lakehouse() : place;
        place = known;
        var opened = TestHomes.open(FABRIC, known);
        home = opened;
        return opened.lease().blobs();
    }

    private OneLakeHome home() {
        return Objects.requireNonNull(home);
    }

    @Test
    void aLargeUploadGoesOnAtAnotherServerAndBecomesOneFile() throws IOException {
        var bytes = new byte[21 * 1024 * 1024];
        new Random(7).nextBytes(bytes);
        var first = open();
        append(first, 0, bytes, 0, 10_000_000);
        var second = open();
        assertThat(second.find(UPLOAD))
                .hasValueSatisfying(blob -> assertThat(blob.size()).isEqualTo(10_000_000));
        append(second, 10_000_000, bytes, 10_000_000, bytes.length);
        assertThatThrownBy(() -> append(first, 10_000_000, bytes, 10_000_000, 10_000_001))
                .isInstanceOfSatisfying(
                        PortalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UPLOAD_OFFSET_MISMATCH));

        first.move(UPLOAD, VIDEO);

        assertThat(read(second.find(VIDEO).orElseThrow())).isEqualTo(bytes);
        assertThat(second.list("uploads")).isEmpty();
        assertThat(second.list("videos")).extracting(Blob::name).containsExactly(VIDEO);
        assertThat(home().files().getFileStatus("/Files/portal/videos/one.mp4").getSize())
                .isEqualTo(bytes.length);
    }

    @Test
    void whoTurnsUpLateToAddTheSamePartIsTold() {
        var first = open();
        var second = open();
        append(first, 0, new byte[100], 0, 100);
        try (var late = second.append(UPLOAD, 100)) {
            append(first, 100, new byte[50], 0, 50);
            late.write(ByteBuffer.wrap(new byte[70]));
            assertThatThrownBy(late::commit)
                    .isInstanceOfSatisfying(
                            PortalException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.UPLOAD_OFFSET_MISMATCH));
        }
        assertThat(first.find(UPLOAD))
                .hasValueSatisfying(blob -> assertThat(blob.size()).isEqualTo(150));
    }

    @Test
    void ofTwoServersWithOneFirstPieceOneIsTold() throws IOException {
        var first = open();
        var second = open();
        try (var one = first.append(UPLOAD, 0);
                var other = second.append(UPLOAD, 0)) {
            one.write(ByteBuffer.wrap(new byte[] {1, 1}));
            other.write(ByteBuffer.wrap(new byte[] {2, 2, 2}));
            one.commit();
            endsElsewhere(other);
        }
        assertThat(read(first.find(UPLOAD).orElseThrow())).containsExactly(1, 1);
    }

    @Test
    void aLongFirstPieceAndAShortOneAreNotBothTaken() throws IOException {
        var long1 = new byte[PartsAppend.PART + 1];
        var first = open();
        var second = open();
        try (var one = first.append(UPLOAD, 0);
                var other = second.append(UPLOAD, 0)) {
            one.write(ByteBuffer.wrap(long1));
            other.write(ByteBuffer.wrap(new byte[] {2}));
            endsElsewhere(other);
            one.commit();
        }
        assertThat(first.find(UPLOAD))
                .hasValueSatisfying(blob -> assertThat(blob.size()).isEqualTo(long1.length));
        first.delete(UPLOAD);
        try (var one = first.append(UPLOAD, 0);
                var other = second.append(UPLOAD, 0)) {
            other.write(ByteBuffer.wrap(new byte[] {2}));
            other.commit();
            assertThatThrownBy(() -> one.write(ByteBuffer.wrap(long1))).isInstanceOf(PortalException.class);
        }
        assertThat(read(first.find(UPLOAD).orElseThrow())).containsExactly(2);
        assertThat(home().files().names("/Files/portal/uploads/one.parts")).isEmpty();
    }

    @Test
    void aPartThatCannotBeTakenBackYetNeverCountsAsSent() throws IOException {
        var line = FABRIC.faultyLine(5, "{}");
        var hasty = new Patience(Duration.ofSeconds(10), Duration.ofMillis(200));
        var known = FABRIC.lakehouse();
        var store = TestHomes.open(FABRIC, line.to(known), hasty).lease().blobs();
        append(store, 0, new byte[100], 0, 100);
        try (var refused = store.append(UPLOAD, 100)) {
            refused.write(ByteBuffer.wrap(new byte[2 * PartsAppend.PART + 1]));
            line.faults("{\"busy\":1,\"only\":\"DELETE\"}");
        }

        assertThatThrownBy(() -> store.find(UPLOAD))
                .isInstanceOfSatisfying(
                        PortalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE));
        line.faults("{}");

        assertThat(store.find(UPLOAD))
                .hasValueSatisfying(blob -> assertThat(blob.size()).isEqualTo(100));
        append(store, 100, new byte[50], 0, 50);
        assertThat(TestHomes.open(FABRIC, known).lease().blobs().find(UPLOAD))
                .hasValueSatisfying(blob -> assertThat(blob.size()).isEqualTo(150));
    }

    private static void endsElsewhere(BlobAppend append) {
        assertThatThrownBy(append::commit)
                .isInstanceOfSatisfying(
                        PortalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UPLOAD_OFFSET_MISMATCH));
    }

    @Test
    void aMoveThatBrokeOffAfterTheCopyIsFinishedByTheNext() throws IOException {
        var bytes = new byte[9 * 1024 * 1024];
        new Random(7).nextBytes(bytes);
        var store = open();
        append(store, 0, bytes, 0, bytes.length);
        store.put(VIDEO, bytes);

        store.move(UPLOAD, VIDEO);

        assertThat(store.find(UPLOAD)).isEmpty();
        assertThat(read(store.find(VIDEO).orElseThrow())).isEqualTo(bytes);
    }

    @Test
    void withABlobGoesWhatABrokenAppendOrCopyLeft() throws IOException {
        var store = open();
        var parts = "/Files/portal/uploads/one.parts";
        append(store, 0, new byte[100], 0, 100);
        leave(parts + "/0000000000000000", 100);
        leave(parts + "/0000000000000900", 7);

        assertThat(store.delete(UPLOAD)).isTrue();

        assertThat(store.find(UPLOAD)).isEmpty();
        assertThat(home().files().names(parts)).isEmpty();
        assertThat(store.delete(UPLOAD)).isFalse();
    }

    @Test
    void aReaderThatLooksAtAFewBytesAsksForFew() throws IOException {
        var store = open();
        var bytes = new byte[6 * 1024 * 1024];
        bytes[5_000_000] = 9;
        store.put(VIDEO, bytes);
        var blob = store.find(VIDEO).orElseThrow();
        var before = home().counts().of(BlobRequest.Kind.READ);
        try (var channel = blob.open()) {
            var one = ByteBuffer.allocate(1);
            channel.position(5_000_000).read(one);
            assertThat(one.array()[0]).isEqualTo((byte) 9);
        }
        assertThat(home().counts().of(BlobRequest.Kind.READ) - before).isEqualTo(2);

        assertThat(read(blob)).isEqualTo(bytes);
        assertThat(home().counts().of(BlobRequest.Kind.READ) - before).isLessThan(14);
    }

    private void leave(String path, int size) throws IOException {
        try (var file = home().files().newOutputFile(path).create(false)) {
            file.write(new byte[size]);
        }
    }

    private static void append(BlobStore store, long offset, byte[] bytes, int from, int to) {
        try (var append = store.append(UPLOAD, offset)) {
            append.write(ByteBuffer.wrap(Arrays.copyOfRange(bytes, from, to)));
            append.commit();
        }
    }

    private static byte[] read(Blob blob) throws IOException {
        try (var stream = Channels.newInputStream(blob.open())) {
            return stream.readAllBytes();
        }
    }
}
