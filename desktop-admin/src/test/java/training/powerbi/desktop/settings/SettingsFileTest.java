package training.powerbi.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.desktop.settings.UserSettings.Window;

class SettingsFileTest {
    @TempDir
    Path folder;

    @Test
    void theNextStartKnowsWhatThisOneWrote() {
        var settings = new SettingsFile(folder.resolve("new/settings.json"));
        settings.change(known -> known.withPortal("https://a.example", "ana@example.org"));
        settings.change(known -> known.withPortal("https://b.example", null));
        settings.change(known -> known.withPortal("https://a.example", null));
        settings.change(
                known -> known.withWindow(new Window(1, 2, 800, 600, true)).withMonthShown(true));

        var next = new SettingsFile(folder.resolve("new/settings.json")).settings();
        assertThat(next).isEqualTo(settings.settings());
        assertThat(next.portals()).containsExactly("https://a.example", "https://b.example");
        assertThat(next.email()).isEqualTo("ana@example.org");
    }

    @Test
    void coloursAndTheLastFolderAreKeptAndMissingInEarlierFiles() throws IOException {
        var file = folder.resolve("settings.json");
        Files.writeString(file, "{\"portals\":[],\"monthShown\":true}");
        var settings = new SettingsFile(file);
        assertThat(settings.settings().look()).isEqualTo(Look.SYSTEM);
        assertThat(settings.settings().folder()).isNull();

        settings.change(known -> known.withLook(Look.DARK).withFolder(folder));
        var next = new SettingsFile(file).settings();
        assertThat(next.look()).isEqualTo(Look.DARK);
        assertThat(next.folder()).isEqualTo(folder.toString());
        assertThat(next.monthShown()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1]", "{\"portals\":7}", "{\"unknown\":true,\"portals\":[]}"})
    void aFileThatCannotBeReadCountsAsNone(String text) throws IOException {
        var file = folder.resolve("settings.json");
        Files.writeString(file, text);
        assertThat(new SettingsFile(file).settings().portals()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenCostsOnlyTheMemory() throws IOException {
        var blocked = Files.writeString(folder.resolve("file"), "");
        var settings = new SettingsFile(blocked.resolve("settings.json"));
        settings.change(known -> known.withMonthShown(true));
        assertThat(settings.settings().monthShown()).isTrue();
    }
}
