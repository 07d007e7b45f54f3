package training.powerbi.desktop;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import training.powerbi.desktop.settings.SettingsFile;
import training.powerbi.desktop.ui.dialog.LastFolder;

/// Remembers the folder of the last file over starts of the program.
///
/// @param settings where it is written down
record KeptFolder(SettingsFile settings) implements LastFolder {
    @Override
    public Optional<Path> get() {
        try {
            return Optional.ofNullable(settings.settings().folder()).map(Path::of);
        } catch (InvalidPathException other) {
            // Written by another operating system.
            return Optional.empty();
        }
    }

    @Override
    public void remember(Path folder) {
        settings.change(known -> known.withFolder(folder));
    }
}
