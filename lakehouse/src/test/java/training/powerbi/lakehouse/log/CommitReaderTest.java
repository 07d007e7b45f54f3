package training.powerbi.lakehouse.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.lakehouse.files.local.LocalFileIO;

class CommitReaderTest {
    @TempDir
    Path folder;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links are for administrators there")
    void aCommitThatTheSystemDoesNotOpenIsNotCalledTorn() throws IOException {
        var name = Path.of("00000000000000000007.json");
        // Opening it fails as it does without a free file handle.
        Files.createSymbolicLink(folder.resolve(name), name);
        var commits = new CommitReader(new StoreEngine(new LocalFileIO()), folder.toString());

        assertThatThrownBy(() -> commits.find(7)).isInstanceOf(FileSystemException.class);
        assertThat(commits.find(8)).isEmpty();
    }
}
