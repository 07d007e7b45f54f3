package training.powerbi.desktop.testing;

import java.nio.file.Path;
import java.util.Optional;
import training.powerbi.desktop.ui.dialog.LastFolder;

/// Nothing was opened yet, and nothing is remembered.
public final class NoFolder implements LastFolder {
    @Override
    public Optional<Path> get() {
        return Optional.empty();
    }

    @Override
    public void remember(Path folder) {}
}
