package training.powerbi.lakehouse.testing;

import java.io.IOException;
import java.nio.file.Path;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.files.local.LocalBlobStore;

/// Real files for tests of features, without a store around them.
public final class FolderBlobs {
    private FolderBlobs() {}

    /// The files in the folder, which is made when it is not there.
    public static BlobStore in(Path folder) throws IOException {
        return new LocalBlobStore(folder);
    }
}
