package training.powerbi.server.account.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {
    private static final String KEY = "a key of this portal that is long enough";

    @TempDir
    Path folder;

    /// As some editors begin a file.
    @Test
    void aByteOrderMarkIsNoPartOfTheFirstKey() throws IOException {
        var plain = Files.writeString(folder.resolve("plain"), KEY + "\n");
        var marked = Files.writeString(folder.resolve("marked"), "\uFEFF" + KEY + "\r\n");

        assertThat(new SecretFile(marked).now().signing())
                .isEqualTo(new SecretFile(plain).now().signing());
    }
}
