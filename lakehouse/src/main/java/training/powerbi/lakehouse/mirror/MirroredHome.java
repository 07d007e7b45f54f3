package training.powerbi.lakehouse.mirror;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.MirrorStatus;
import training.powerbi.lakehouse.StoreCost;
import training.powerbi.lakehouse.StoreOptions;
import training.powerbi.lakehouse.files.Hints;
import training.powerbi.lakehouse.files.StoreFiles;
import training.powerbi.lakehouse.files.StoreHome;
import training.powerbi.lakehouse.files.local.LocalHome;
import training.powerbi.lakehouse.files.onelake.OneLakeAccess;

/// A store in a folder of this machine with a copy in a lakehouse.
public final class MirroredHome implements StoreHome {
    private static final Logger LOG = LoggerFactory.getLogger(MirroredHome.class);

    private final LocalHome local;
    private final OneLakeAccess lakehouse;
    private final Set<String> passing;
    private final StoreOptions options;
    private final MirrorPace pace;
    private final Clock clock;
    private final Tables tables;
    private final StoreFiles files;
    private volatile @Nullable Mirror mirror;

    /// @param passing folders of blobs on their way to somewhere else, which are not copied
    public MirroredHome(
            LocalHome local, OneLakeAccess lakehouse, Set<String> passing, StoreOptions options, Clock clock) {
        this(local, lakehouse, passing, options, MirrorPace.USUAL, clock);
    }

    MirroredHome(
            LocalHome local,
            OneLakeAccess lakehouse,
            Set<String> passing,
            StoreOptions options,
            MirrorPace pace,
            Clock clock) {
        this.local = local;
        this.lakehouse = lakehouse;
        this.passing = passing;
        this.options = options;
        this.pace = pace;
        this.clock = clock;
        this.tables = new Tables(local.files(), local.tables(), lakehouse, clock);
        this.files = new MirroredFiles(local.files(), tables::isHeld);
    }

    @Override
    public String kind() {
        return "mirror";
    }

    @Override
    public String tables() {
        return local.tables();
    }

    @Override
    public StoreFiles files() {
        return files;
    }

    /// Looks cost nothing here; only the mirror is told.
    @Override
    public Hints hints() {
        return new Hints() {
            @Override
            public boolean mayHaveChanged() {
                return true;
            }

            @Override
            public void committed() {
                var running = mirror;
                if (running != null) {
                    running.wake();
                }
            }
        };
    }

    @Override
    public Optional<StoreCost> cost() {
        return Optional.of(lakehouse.cost());
    }

    @Override
    public Optional<MirrorStatus> mirror() {
        var running = mirror;
        try {
            return running == null ? Optional.empty() : Optional.of(running.status());
        } catch (IOException e) {
            LOG.debug("How far the mirror is cannot be told", e);
            return Optional.empty();
        }
    }

    @Override
    public BlobStore reading() throws IOException {
        return local.reading();
    }

    @Override
    public List<String> tableNames() throws IOException {
        return local.tableNames();
    }

    @Override
    public void requireFree() throws IOException {
        local.requireFree();
    }

    /// Whether the lakehouse answers makes no difference.
    @Override
    public Lease lease() throws IOException {
        var lease = local.lease();
        try {
            var running = new Mirror(tables, lease.blobs(), lakehouse, passing, options, pace, clock);
            mirror = running;
            running.start();
            return new MirroredLease(lease, running);
        } catch (IOException | RuntimeException e) {
            lease.close();
            throw e;
        }
    }

    private record MirroredLease(Lease lease, Mirror mirror) implements Lease {

        @Override
        public BlobStore blobs() {
            return lease.blobs();
        }

        @Override
        public void close() throws IOException {
            mirror.close();
            lease.close();
        }
    }
}
