package training.powerbi.desktop.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.desktop.testing.WindowManager;

/// The same in real windows under a window manager, whose frames take room of their own.
@ExtendWith(WindowManager.Needed.class)
class WindowManagerIT {
    @TempDir
    private Path home;

    @Test
    void holdsTheLongestTextsInAFrame() {
        try (var screen = new WindowManager(home)) {
            assertThat(screen.run(LongTextProgram.class)).isEmpty();
        }
    }
}
