package training.powerbi.lakehouse.open;

import java.nio.file.Path;
import java.util.Optional;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.files.Leadership;
import training.powerbi.lakehouse.files.Pace;
import training.powerbi.lakehouse.files.StoreFiles;
import training.powerbi.lakehouse.files.StoreHome;
import training.powerbi.lakehouse.files.local.LocalHome;

/// A folder that several stores have open at once, as servers have a lakehouse.
record SharedFolder(LocalHome folder, String name, Pace pace, Leadership leadership) implements StoreHome {

    SharedFolder(Path folder, String name, Leadership leadership) {
        this(new LocalHome(folder), name, Pace.AT_ONCE, leadership);
    }

    @Override
    public String kind() {
        return folder.kind();
    }

    @Override
    public String tables() {
        return folder.tables();
    }

    @Override
    public StoreFiles files() {
        return folder.files();
    }

    @Override
    public Optional<String> instance() {
        return Optional.of(name);
    }

    @Override
    public void requireFree() {
        // Others may be at work.
    }

    @Override
    public Lease lease() {
        return new Lease() {
            @Override
            public BlobStore blobs() {
                throw new UnsupportedOperationException("Only tables are shared here");
            }

            @Override
            public void close() {
                // Nothing was taken.
            }
        };
    }
}
