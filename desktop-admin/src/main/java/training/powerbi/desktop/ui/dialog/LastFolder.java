package training.powerbi.desktop.ui.dialog;

import java.nio.file.Path;
import java.util.Optional;

/// The folder from which a file was opened last, which the next choice begins in.
public interface LastFolder {

    /// Nothing before the first time.
    Optional<Path> get();

    void remember(Path folder);
}
