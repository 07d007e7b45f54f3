package training.powerbi.lakehouse.files.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.files.StorageFailure;
import training.powerbi.lakehouse.testing.BlobStoreContract;
import training.powerbi.model.error.ErrorCode;

class LocalBlobStoreTest extends BlobStoreContract {
    @TempDir
    private Path folder;

    @Override
    protected BlobStore open() throws IOException {
        return new LocalBlobStore(folder.resolve("Files"));
    }

    @Test
    void aStartSweepsWhatACrashLeftHalfWritten() throws IOException {
        var store = open();
        store.put(new BlobName("decks/a"), new byte[1]);
        Files.createFile(folder.resolve("Files/decks/.a.0d9c.tmp"));

        open();

        try (var files = Files.list(folder.resolve("Files/decks"))) {
            assertThat(files).containsExactly(folder.resolve("Files/decks/a"));
        }
    }

    @Test
    void aFullDiskHasItsOwnCode() {
        assertThat(StorageFailure.of(new IOException("No space left on device")).code())
                .isEqualTo(ErrorCode.STORAGE_FULL);
        assertThat(StorageFailure.of(new IOException("Input/output error")).code())
                .isEqualTo(ErrorCode.STORAGE_UNAVAILABLE);
    }

    @Test
    void aLocalBlobIsAFileForTheOperatingSystem() throws IOException {
        var store = open();
        store.put(new BlobName("decks/a"), new byte[3]);

        assertThat(store.find(new BlobName("decks/a")).orElseThrow().file())
                .hasValueSatisfying(file -> assertThat(file).hasSize(3));
    }
}
