package training.powerbi.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldersTest {
    private static final Path HOME = Path.of(System.getProperty("user.home"));

    @Test
    void linuxFollowsTheXdgSpecification() {
        assertThat(Folders.of(null, "Linux", name -> null))
                .isEqualTo(new Folders(
                        HOME.resolve(".config/powerbi-training-admin"),
                        HOME.resolve(".local/share/powerbi-training-admin"),
                        HOME.resolve(".local/state/powerbi-training-admin")));
        assertThat(Folders.of(null, "Linux", Map.of("XDG_CONFIG_HOME", "/cfg")::get)
                        .settings())
                .isEqualTo(Path.of("/cfg/powerbi-training-admin"));
    }

    @Test
    void windowsAndMacHaveTheirOwn() {
        assertThat(Folders.of(null, "Windows 11", Map.of("APPDATA", "/roaming")::get)
                        .settings())
                .isEqualTo(Path.of("/roaming/PowerBITrainingAdmin"));
        assertThat(Folders.of(null, "Mac OS X", name -> null).logs())
                .isEqualTo(HOME.resolve("Library/Logs/PowerBITrainingAdmin"));
    }

    @Test
    void onePropertyMovesThemAll() {
        assertThat(Folders.of("/stick", "Windows 11", name -> null))
                .isEqualTo(new Folders(Path.of("/stick/settings"), Path.of("/stick/data"), Path.of("/stick/logs")));
    }
}
