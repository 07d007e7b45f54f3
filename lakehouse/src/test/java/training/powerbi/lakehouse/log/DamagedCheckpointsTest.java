package training.powerbi.lakehouse.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class DamagedCheckpointsTest {

    @Test
    void whatTheSystemRefusesToOpenIsNotTakenForDamaged() {
        var full = new FileSystemException("checkpoint", null, "Too many open files");

        assertThat(DamagedCheckpoints.ofTheSystem(new IllegalStateException(full)))
                .isTrue();
        assertThat(DamagedCheckpoints.ofTheSystem(new AccessDeniedException("checkpoint")))
                .isTrue();
        assertThat(DamagedCheckpoints.ofTheSystem(new NoSuchFileException("checkpoint")))
                .isFalse();
        assertThat(DamagedCheckpoints.ofTheSystem(new IOException("Input/output error")))
                .isFalse();
    }
}
