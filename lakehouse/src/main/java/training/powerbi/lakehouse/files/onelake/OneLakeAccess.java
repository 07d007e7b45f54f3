package training.powerbi.lakehouse.files.onelake;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import training.powerbi.lakehouse.OneLakePlace;
import training.powerbi.lakehouse.StoreCost;
import training.powerbi.lakehouse.files.onelake.identity.AccessTokens;
import training.powerbi.lakehouse.files.onelake.rest.BlobClient;
import training.powerbi.lakehouse.files.onelake.rest.LakehouseBlobs;
import training.powerbi.lakehouse.files.onelake.rest.Patience;

/// A lakehouse for who writes to it and has the store elsewhere. Nothing is asked of it before the first request.
public final class OneLakeAccess implements AutoCloseable {
    /// Nobody waits: large files may take their time, and what fails is tried again later.
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(30), Duration.ofSeconds(10));

    private final OneLakePlace place;
    private final BlobClient client;
    private final LakehouseBlobs blobs;

    public OneLakeAccess(OneLakePlace place, Clock clock) {
        this(place, BlobClient.http().build(), PATIENCE, clock);
    }

    OneLakeAccess(OneLakePlace place, HttpClient http, Patience patience, Clock clock) {
        this.place = place;
        var tokens = AccessTokens.of(place.identity(), AccessTokens.STORAGE, http, clock);
        this.client = new BlobClient(
                http, tokens, URI.create(place.blobEndpoint() + "/" + place.workspace()), patience, clock);
        this.blobs = new LakehouseBlobs(client, place.lakehouse());
    }

    /// Its id.
    public String lakehouse() {
        return place.lakehouse();
    }

    public LakehouseBlobs blobs() {
        return blobs;
    }

    /// The folder that holds tables.
    public String tables() {
        return OneLakeHome.tables(place);
    }

    /// The folder that holds the files beside them; it ends with `/`.
    public String files() {
        return OneLakeBlobStore.ROOT;
    }

    /// Looks whether it is within reach and what a store needs.
    ///
    /// @throws training.powerbi.model.error.PortalException STORAGE_UNAVAILABLE saying what is wrong
    public void check() {
        new SelfTest(place, blobs).run();
    }

    public StoreCost cost() {
        return client.counts().cost();
    }

    @Override
    public void close() {
        client.close();
    }
}
