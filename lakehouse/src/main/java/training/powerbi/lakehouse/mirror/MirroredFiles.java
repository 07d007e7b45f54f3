package training.powerbi.lakehouse.mirror;

import java.io.IOException;
import java.util.function.Predicate;
import training.powerbi.lakehouse.files.ForwardingFiles;
import training.powerbi.lakehouse.files.StoreFiles;

/// The local files for the store's own use: what its copy still needs is not tidied away. Whoever tidies comes again.
final class MirroredFiles extends ForwardingFiles {
    private final Predicate<String> held;

    /// @param held whether the file with a path is still needed
    MirroredFiles(StoreFiles files, Predicate<String> held) {
        super(files);
        this.held = held;
    }

    @Override
    public boolean delete(String path) throws IOException {
        return !held.test(path) && super.delete(path);
    }
}
