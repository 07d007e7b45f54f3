package training.powerbi.lakehouse.files.copy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.MirrorStatus;
import training.powerbi.lakehouse.StoreCost;
import training.powerbi.lakehouse.StoreStatus.Staleness;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.lakehouse.files.Hints;
import training.powerbi.lakehouse.files.Leadership;
import training.powerbi.lakehouse.files.Pace;
import training.powerbi.lakehouse.files.StoreFiles;
import training.powerbi.lakehouse.files.StoreHome;
import training.powerbi.lakehouse.files.local.CopyFolder;
import training.powerbi.lakehouse.files.local.FolderClaim;
import training.powerbi.lakehouse.journal.Journals;
import training.powerbi.model.error.PortalException;

/// A place that may be away, such as OneLake while its capacity is paused, with what this server needs to go on
/// meanwhile: copies of the tables' files, and journals.
public final class CopyingHome implements StoreHome {
    private static final Logger LOG = LoggerFactory.getLogger(CopyingHome.class);
    private static final long MOST_BYTES = 2L * 1024 * 1024 * 1024;
    private static final Duration CURRENT_EVERY = Duration.ofMinutes(1);
    private static final Duration KEEP_UP_EVERY = Duration.ofMinutes(5);
    private static final Duration SWEEP_EVERY = Duration.ofHours(1);

    private final RemotePlace place;
    private final FolderClaim claim;
    private final Reach reach;
    private final Copies copies;
    private final CopyingFiles files;
    private final Journals journals;
    private final Consumer<BlobStore> wholeness;
    private final Clock clock;
    private final AtomicBoolean returned = new AtomicBoolean();
    private boolean unseen;
    private volatile boolean isLeased;
    private final Turn current = new Turn(CURRENT_EVERY, Duration.ZERO);
    private final Turn keepUp = new Turn(KEEP_UP_EVERY, KEEP_UP_EVERY);
    private final Turn sweep = new Turn(SWEEP_EVERY, SWEEP_EVERY);

    private CopyingHome(
            RemotePlace place,
            Path folder,
            FolderClaim claim,
            Consumer<BlobStore> wholeness,
            Reach.Times times,
            Clock clock) {
        this.place = place;
        this.claim = claim;
        this.wholeness = wholeness;
        this.clock = clock;
        this.reach = new Reach(place, times, clock);
        this.copies = new Copies(new CopyFolder(folder.resolve("copies"), MOST_BYTES));
        this.files = new CopyingFiles(place.files(), copies, reach);
        this.journals = new Journals(folder.resolve("journals"), reach);
    }

    /// The place with what this server needs to go on without it; the place alone where the folder cannot be had.
    ///
    /// @param folder of this server and this place alone
    /// @param wholeness refuses a place that holds half a store; asked when one that was away at the start is back
    public static StoreHome around(RemotePlace place, Path folder, Consumer<BlobStore> wholeness, Clock clock) {
        return around(place, folder, wholeness, Reach.Times.USUAL, clock);
    }

    static StoreHome around(
            RemotePlace place, Path folder, Consumer<BlobStore> wholeness, Reach.Times times, Clock clock) {
        try {
            return new CopyingHome(place, folder, FolderClaim.take(folder), wholeness, times, clock);
        } catch (IOException e) {
            LOG.warn(
                    "This server keeps no copies of the store, so it neither starts nor takes sign-ins while the"
                            + " capacity is paused: {}. Give each server a PORTAL_DATA_DIR of its own that it may"
                            + " write to.",
                    e.getMessage());
            return place;
        }
    }

    @Override
    public String kind() {
        return place.kind();
    }

    @Override
    public String tables() {
        return place.tables();
    }

    @Override
    public StoreFiles files() {
        return files;
    }

    @Override
    public Optional<String> instance() {
        return place.instance();
    }

    @Override
    public Optional<StoreCost> cost() {
        return place.cost();
    }

    @Override
    public Pace pace() {
        return place.pace();
    }

    @Override
    public Optional<MirrorStatus> mirror() {
        return place.mirror();
    }

    @Override
    public Leadership leadership() {
        return () -> !reach.isAway() && place.leadership().isOurs();
    }

    /// After a return everything is worth a look: what other programs did meanwhile counts before what waits here.
    @Override
    public Hints hints() {
        var hints = place.hints();
        return new Hints() {
            @Override
            public boolean mayHaveChanged() {
                return returned.getAndSet(false) || (!reach.isAway() && hints.mayHaveChanged());
            }

            @Override
            public void committed() {
                hints.committed();
            }
        };
    }

    @Override
    public <K, R extends Record> DeltaTable<K, R> front(TableDefinition<K, R> definition, DeltaTable<K, R> table) {
        return journals.before(definition, table);
    }

    @Override
    public Optional<Staleness> staleness() {
        return reach.away()
                .map(away -> new Staleness(away.asOf(), age(away.asOf()), away.reason(), journals.waiting()));
    }

    /// Clocks may be wrong; nothing is younger than now.
    private Duration age(Instant asOf) {
        var age = Duration.between(asOf, clock.instant());
        return age.isNegative() ? Duration.ZERO : age;
    }

    @Override
    public BlobStore reading() throws IOException {
        return new AwayBlobs(place.reading(), reach);
    }

    @Override
    public List<String> tableNames() throws IOException {
        reach.require();
        return place.tableNames();
    }

    @Override
    public void requireThere() {
        place.requireThere();
    }

    @Override
    public void requireFree() throws IOException {
        place.requireFree();
    }

    /// Takes the place, or goes on without it.
    ///
    /// @throws PortalException STORAGE_UNAVAILABLE when the place is there and not what a store needs, or is away
    /// without copies of it here
    @Override
    public Lease lease() throws IOException {
        Lease lease;
        try {
            lease = leased();
        } catch (IOException | RuntimeException e) {
            end();
            throw e;
        }
        isLeased = true;
        reach.start(follower());
        return new Lease() {
            @Override
            public BlobStore blobs() {
                return new AwayBlobs(lease.blobs(), reach);
            }

            @Override
            public void close() throws IOException {
                end();
                lease.close();
            }
        };
    }

    private Lease leased() throws IOException {
        try {
            return place.lease();
        } catch (PortalException e) {
            if (copies.folder().list(tables()).isEmpty() || !place.mayBeAway(e)) {
                throw e;
            }
            reach.beginAway(copies.folder().asOf().orElse(Instant.EPOCH), e.sentence());
            unseen = true;
            return place.leaseUnseen();
        }
    }

    private Reach.Follower follower() {
        return new Reach.Follower() {
            @Override
            public void gone(Instant asOf) {
                // A start in the pause says the same.
                copies.current(asOf);
            }

            @Override
            public void returning() throws IOException {
                if (unseen) {
                    requireUsable();
                    unseen = false;
                }
                files.requireSameLogs();
            }

            @Override
            public void there(boolean back) {
                if (back) {
                    returned.set(true);
                }
                journals.bringWaiting();
                keepUp();
            }
        };
    }

    private void requireUsable() throws IOException {
        try {
            place.requireUsable();
            wholeness.accept(place.reading());
        } catch (PortalException e) {
            throw new IOException(e.sentence(), e);
        }
    }

    private void keepUp() {
        if (current.isDue()) {
            copies.current(clock.instant());
        }
        if (keepUp.isDue()) {
            keepUp(sweep.isDue());
        }
    }

    private void keepUp(boolean all) {
        try {
            files.keepUp(all);
        } catch (IOException e) {
            LOG.debug("The copies are seen to with the next turn", e);
        }
    }

    private void end() throws IOException {
        reach.close();
        // What could not be had says nothing about the copies.
        if (isLeased && !reach.isAway()) {
            copies.current(clock.instant());
            copies.settle();
            keepUp(false);
        }
        copies.close();
        journals.close();
        claim.close();
    }
}
