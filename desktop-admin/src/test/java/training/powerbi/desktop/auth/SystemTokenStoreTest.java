package training.powerbi.desktop.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.client.signin.TokenFolder;

class SystemTokenStoreTest {
    @TempDir
    private Path folder;

    @Test
    void withoutAKeyringFilesAreUsed() {
        var store = new SystemTokenStore(new TokenFolder(folder.resolve("tokens")));

        store.write("one", "secret");

        assertThat(store.read("one")).contains("secret");
        store.delete("one");
        assertThat(store.read("one")).isEmpty();
    }
}
