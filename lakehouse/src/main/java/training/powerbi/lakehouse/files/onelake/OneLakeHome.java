package training.powerbi.lakehouse.files.onelake;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.OneLakePlace;
import training.powerbi.lakehouse.OneLakePlace.Pacing;
import training.powerbi.lakehouse.SqlPlace;
import training.powerbi.lakehouse.StoreCost;
import training.powerbi.lakehouse.files.Hints;
import training.powerbi.lakehouse.files.Leadership;
import training.powerbi.lakehouse.files.Pace;
import training.powerbi.lakehouse.files.StoreFiles;
import training.powerbi.lakehouse.files.copy.RemotePlace;
import training.powerbi.lakehouse.files.onelake.identity.AccessTokens;
import training.powerbi.lakehouse.files.onelake.identity.NoTokenException;
import training.powerbi.lakehouse.files.onelake.rest.BlobClient;
import training.powerbi.lakehouse.files.onelake.rest.BlobRequest;
import training.powerbi.lakehouse.files.onelake.rest.LakehouseBlobs;
import training.powerbi.lakehouse.files.onelake.rest.Patience;
import training.powerbi.lakehouse.files.onelake.rest.RefusedException;
import training.powerbi.lakehouse.files.onelake.rest.RequestCounts;
import training.powerbi.model.error.PortalException;

/// A store in a lakehouse in Fabric. Several servers may have it open at once.
public final class OneLakeHome implements RemotePlace {
    private static final Logger LOG = LoggerFactory.getLogger(OneLakeHome.class);

    private final OneLakePlace place;
    private final String instance;
    private final BlobClient client;
    private final LakehouseBlobs blobs;
    private final OneLakeFiles files;
    private final Pointer pointer;
    private final Leader leader;
    private final Pace pace;
    private final CapacityState capacity;

    /// @param instance names this server among those that share the place
    public OneLakeHome(OneLakePlace place, String instance, Pacing pacing, Clock clock) {
        this(place, instance, pacing, SqlPlace.API, clock);
    }

    /// @param api Fabric's REST
    public OneLakeHome(OneLakePlace place, String instance, Pacing pacing, URI api, Clock clock) {
        this(place, instance, pacing, api, BlobClient.http().build(), Patience.USUAL, clock);
    }

    /// For a program that is no server: nobody is to know it by a name.
    public OneLakeHome(OneLakePlace place, Clock clock) {
        this(place, UUID.randomUUID().toString(), Pacing.USUAL, clock);
    }

    OneLakeHome(
            OneLakePlace place,
            String instance,
            Pacing pacing,
            URI api,
            HttpClient http,
            Patience patience,
            Clock clock) {
        this.place = place;
        this.instance = instance;
        var tokens = AccessTokens.of(place.identity(), AccessTokens.STORAGE, http, clock);
        var container = URI.create(place.blobEndpoint() + "/" + place.workspace());
        this.capacity = new CapacityState(
                http, AccessTokens.of(place.identity(), AccessTokens.FABRIC, http, clock), api, place.workspace());
        this.client = new BlobClient(http, tokens, container, patience, clock);
        this.blobs = new LakehouseBlobs(client, place.lakehouse());
        this.pointer = new Pointer(blobs);
        this.leader = new Leader(new LeaderBlob(blobs), instance, System::nanoTime);
        this.pace = new BudgetPace(pacing, client.counts()::capacitySeconds, LOG::warn);
        this.files = new OneLakeFiles(blobs);
    }

    @Override
    public String kind() {
        return "onelake";
    }

    @Override
    public String tables() {
        return tables(place);
    }

    static String tables(OneLakePlace place) {
        return "/Tables" + place.schema().map(schema -> "/" + schema).orElse("");
    }

    @Override
    public StoreFiles files() {
        return files;
    }

    @Override
    public Optional<String> instance() {
        return Optional.of(instance);
    }

    @Override
    public Hints hints() {
        return pointer;
    }

    @Override
    public Pace pace() {
        return pace;
    }

    @Override
    public Leadership leadership() {
        return leader;
    }

    @Override
    public Optional<StoreCost> cost() {
        return Optional.of(counts().cost());
    }

    public RequestCounts counts() {
        return client.counts();
    }

    @Override
    public BlobStore reading() {
        return new OneLakeBlobStore(blobs);
    }

    /// Folders have no names of their own here: what lies in them tells.
    @Override
    public List<String> tableNames() throws IOException {
        var folder = tables() + "/";
        return blobs.list(folder, true).stream()
                .map(blob -> blob.path().substring(folder.length()))
                .filter(path -> path.indexOf('/') > 0)
                .map(path -> path.substring(0, path.indexOf('/')))
                .distinct()
                .toList();
    }

    /// Nobody has it to himself.
    @Override
    public void requireFree() {
        // Others may be at work: commits decide between them.
    }

    /// Looks whether the lakehouse is what a store needs.
    ///
    /// @throws training.powerbi.model.error.PortalException STORAGE_UNAVAILABLE saying what is wrong
    @Override
    public Lease lease() {
        requireUsable();
        return leaseUnseen();
    }

    @Override
    public void requireThere() {
        new SelfTest(place, blobs).look();
    }

    @Override
    public void requireUsable() {
        new SelfTest(place, blobs).run();
    }

    @Override
    public void look() throws IOException {
        var request = BlobRequest.get(blobs.at(Pointer.PATH));
        var answer = client.sendOnce(request);
        if (answer.isMissing()) {
            // Nobody has committed yet, or everything is called missing.
            files.requirePlace();
        } else if (answer.status() != 200) {
            throw new RefusedException(request, answer);
        }
    }

    @Override
    public String whyAway() {
        return capacity.get().sentence();
    }

    /// What is wrong with the identity's own settings does not pass.
    @Override
    public boolean mayBeAway(PortalException refusal) {
        if (refusal.getCause() instanceof NoTokenException none) {
            return !none.isForGood();
        }
        try {
            look();
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public Lease leaseUnseen() {
        LOG.info(
                "Lakehouse {} in workspace {}: this server is {} there",
                place.lakehouse(),
                place.workspace(),
                instance);
        var store = new OneLakeBlobStore(blobs);
        return new Lease() {
            @Override
            public BlobStore blobs() {
                return store;
            }

            @Override
            public void close() {
                pointer.close();
                leader.close();
                client.close();
            }
        };
    }
}
