package training.powerbi.lakehouse.testing.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class LockFileTest {

    @Test
    void theLockFileNamesContentsAndNoAddresses() throws IOException {
        assertThat(Files.readString(NodeTools.sources().resolve("package-lock.json")))
                .contains("\"integrity\"")
                .doesNotContain("\"resolved\"");
        assertThat(NodeTools.sources().resolve(".npmrc"))
                .content()
                .containsPattern("(?m)^omit-lockfile-registry-resolved=true$");
    }
}
