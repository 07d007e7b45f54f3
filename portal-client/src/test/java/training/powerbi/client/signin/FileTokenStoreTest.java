package training.powerbi.client.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTokenStoreTest {
    @TempDir
    private Path folder;

    @Test
    void secretsAreForTheirOwnersEyesOnly() throws IOException {
        var place = Files.createDirectory(folder.resolve("tokens"));
        var store = new FileTokenStore(place);

        store.write("one", "secret");
        store.write("one", "another");

        assertThat(store.read("one")).contains("another");
        if (Files.getFileStore(place).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
                    .isEqualTo("rwx------");
            try (var files = Files.list(place)) {
                assertThat(files)
                        .singleElement()
                        .satisfies(
                                file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                                        .isEqualTo("rw-------"));
            }
        }
    }

    @Test
    void whatIsNotThereIsNotFoundAndDeletingItIsNoMistake() {
        var store = new FileTokenStore(folder.resolve("never made"));

        store.delete("one");

        assertThat(store.read("one")).isEmpty();
    }
}
