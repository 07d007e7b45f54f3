package training.powerbi.lakehouse.files.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.lakehouse.files.StoreFiles;
import training.powerbi.lakehouse.testing.StoreFilesContract;

class LocalFileIOTest extends StoreFilesContract {
    @TempDir
    private Path folder;

    private final LocalFileIO files = new LocalFileIO();

    @Override
    protected StoreFiles files() {
        return files;
    }

    @Override
    protected String folder() {
        return folder.toString();
    }

    @Test
    void aMissingFolderIsNotFound() {
        assertThatThrownBy(() -> files.listFrom(path("nowhere/0"))).isInstanceOf(FileNotFoundException.class);
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
}
