package training.powerbi.desktop.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The settings in a file, replaced as a whole. A file that cannot be read counts as none, one that cannot be written
/// costs only the memory of it. Safe for use by many threads.
public final class SettingsFile {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final Path file;
    private UserSettings known;

    public SettingsFile(Path file) {
        this.file = file;
        this.known = read();
    }

    public synchronized UserSettings settings() {
        return known;
    }

    /// Changes the settings and writes them down.
    public synchronized void change(UnaryOperator<UserSettings> edit) {
        var next = edit.apply(known);
        if (next.equals(known)) {
            return;
        }
        known = next;
        try {
            Files.createDirectories(file.getParent());
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(next));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("The settings cannot be kept in {}", file, e);
        }
    }

    private UserSettings read() {
        try {
            return json.readValue(Files.readAllBytes(file), UserSettings.class);
        } catch (NoSuchFileException e) {
            return UserSettings.NONE;
        } catch (IOException | JacksonException e) {
            LOG.warn("The settings in {} cannot be read; starting without", file, e);
            return UserSettings.NONE;
        }
    }
}
