package training.powerbi.lakehouse.backup;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import training.powerbi.lakehouse.files.StoreFiles;

/// Names in a folder of a log.
final class LogNames {
    private LogNames() {}

    /// None for a folder that is not there.
    static List<String> of(StoreFiles files, String folder) throws IOException {
        try {
            return files.names(folder);
        } catch (NoSuchFileException | FileNotFoundException e) {
            return List.of();
        }
    }
}
