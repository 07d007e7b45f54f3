package training.powerbi.lakehouse.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.OneLakePlace;
import training.powerbi.lakehouse.OpenLakehouse;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.lakehouse.copy.CopyReport;
import training.powerbi.lakehouse.copy.StoreCopy;
import training.powerbi.lakehouse.files.StoreHome;
import training.powerbi.lakehouse.files.local.LocalHome;
import training.powerbi.lakehouse.files.onelake.TestHomes;
import training.powerbi.lakehouse.testing.fabric.FabricDoubles;

/// A store moves between a folder and a lakehouse.
class StoreCopyTest {
    @RegisterExtension
    static final FabricDoubles FABRIC = new FabricDoubles();

    private static final BlobName SMALL = new BlobName("resources/notes.txt");
    private static final BlobName LARGE = new BlobName("videos/session.mp4");
    private static final byte[] VIDEO = new byte[9_000_000];

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void makeStore() throws IOException {
        new Random(7).nextBytes(VIDEO);
        data = folder.resolve("data");
        try (var store = TestStore.open(data)) {
            var table = store.table(Progress.table());
            table.append(List.of(Progress.of("a", 1), Progress.of("b", 1), Progress.of("c", 1)));
            table.append(List.of(Progress.of("a", 1).withRevision(5)));
            table.update(
                    now -> new Verdict<>(List.of(), List.of(Progress.of("b", 1).key()), List.of(), true));
            store.blobs().put(SMALL, new byte[] {1, 2, 3});
            put(store, LARGE);
        }
    }

    private static void put(OpenLakehouse store, BlobName name) {
        try (var append = store.blobs().append(name, 0)) {
            append.write(ByteBuffer.wrap(VIDEO));
            append.commit();
        }
    }

    private CopyReport toLakehouse(OneLakePlace place) throws IOException {
        var target = TestHomes.open(FABRIC, place);
        return new StoreCopy(new LocalHome(data), target, TestHomes.open(FABRIC, place), line -> {}).run("the folder");
    }

    private static CopyReport toFolder(OneLakePlace place, StoreHome target) throws IOException {
        return new StoreCopy(TestHomes.open(FABRIC, place), target, target, line -> {}).run("the lakehouse");
    }

    @Test
    void everythingIsThereInTheLakehouseAndWhenItIsBack() throws IOException {
        var place = FABRIC.lakehouse();

        var there = toLakehouse(place);

        assertThat(there.rows()).isEqualTo(Map.of("progress", 2L));
        assertThat(there.blobs()).isEqualTo(2);
        try (var store = TestStore.open(TestHomes.open(FABRIC, place), Duration.ofHours(1), Clock.systemUTC())) {
            var table = store.table(Progress.table());
            assertThat(table.snapshot().version()).isEqualTo(3);
            assertThat(table.snapshot().rows())
                    .containsExactlyInAnyOrder(Progress.of("a", 1).withRevision(5), Progress.of("c", 1));
            assertThat(bytes(store, LARGE)).isEqualTo(VIDEO);
            table.append(List.of(Progress.of("d", 1)));
        }
        var back = folder.resolve("back");
        assertThat(toFolder(place, new LocalHome(back)).rows()).isEqualTo(Map.of("progress", 3L));
        try (var store = TestStore.open(back)) {
            assertThat(store.table(Progress.table()).snapshot().rows())
                    .containsExactlyInAnyOrder(
                            Progress.of("a", 1).withRevision(5), Progress.of("c", 1), Progress.of("d", 1));
            assertThat(bytes(store, SMALL)).containsExactly(1, 2, 3);
            assertThat(bytes(store, LARGE)).isEqualTo(VIDEO);
        }
    }

    @Test
    void aPlaceThatIsNotEmptyStaysAsItIs() throws IOException {
        var place = FABRIC.lakehouse();
        toLakehouse(place);

        assertThatThrownBy(() -> toLakehouse(place)).hasMessageContaining("Choose an empty place");
        assertThatThrownBy(() -> toFolder(place, new LocalHome(data))).hasMessageContaining("Choose an empty place");
        assertThatThrownBy(() -> toFolder(FABRIC.lakehouse(), new LocalHome(folder.resolve("empty"))))
                .hasMessageContaining("nothing to copy");
    }

    @Test
    void nothingIsCopiedWhileAServerIsAtWorkInTheFolder() throws IOException {
        var place = FABRIC.lakehouse();
        try (var server = TestStore.open(data)) {
            assertThat(server.status().writable()).isTrue();
            assertThatThrownBy(() -> toLakehouse(place)).hasMessageContaining(data.toString());
        }
        assertThat(toLakehouse(place).rows()).containsEntry("progress", 2L);
    }

    @Test
    void whatBrokeOffIsNoStoreAndGoesOn() throws IOException {
        var place = FABRIC.lakehouse();
        toLakehouse(place);
        var back = folder.resolve("back");
        var count = new AtomicInteger();
        for (var step : List.of(1, 2, 4)) {
            count.set(0);
            var breaking = new LocalHome(back, new FaultyFiles((when, path) -> {
                if (when.equals("before") && count.incrementAndGet() == step) {
                    throw new FileSystemException(path, null, "no more");
                }
            }));
            assertThatThrownBy(() -> toFolder(place, breaking)).isInstanceOf(FileSystemException.class);
            try (var half = TestStore.open(back)) {
                assertThatThrownBy(() -> StoreCopy.requireWhole(half.blobs())).hasMessageContaining("not finished");
            }
        }

        assertThat(toFolder(place, new LocalHome(back)).rows()).isEqualTo(Map.of("progress", 2L));
        try (var whole = TestStore.open(back)) {
            StoreCopy.requireWhole(whole.blobs());
            assertThat(whole.table(Progress.table()).snapshot().size()).isEqualTo(2);
            assertThat(bytes(whole, LARGE)).isEqualTo(VIDEO);
        }
    }

    private static byte[] bytes(OpenLakehouse store, BlobName name) throws IOException {
        var all = new ByteArrayOutputStream();
        try (var bytes =
                Channels.newInputStream(store.blobs().find(name).orElseThrow().open())) {
            bytes.transferTo(all);
        }
        return all.toByteArray();
    }
}
