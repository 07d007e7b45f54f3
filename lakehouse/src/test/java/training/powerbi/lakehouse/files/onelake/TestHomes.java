package training.powerbi.lakehouse.files.onelake;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import training.powerbi.lakehouse.OneLakePlace;
import training.powerbi.lakehouse.OneLakePlace.Pacing;
import training.powerbi.lakehouse.SqlPlace;
import training.powerbi.lakehouse.files.onelake.identity.AccessTokens;
import training.powerbi.lakehouse.files.onelake.rest.BlobClient;
import training.powerbi.lakehouse.files.onelake.rest.LakehouseBlobs;
import training.powerbi.lakehouse.files.onelake.rest.Patience;
import training.powerbi.lakehouse.testing.fabric.FabricDoubles;

/// Homes that trust the stand-ins of one test class.
public final class TestHomes {
    /// A second a try: a lost answer costs a test no more.
    public static final Patience PATIENCE = new Patience(Duration.ofSeconds(1), Duration.ofSeconds(20));

    private TestHomes() {}

    /// As a mirror has it: nobody waits for it, so that it gives up sooner.
    public static OneLakeAccess access(FabricDoubles fabric, OneLakePlace place) {
        var patience = new Patience(Duration.ofSeconds(2), Duration.ofSeconds(2));
        return new OneLakeAccess(place, fabric.newHttp(), patience, Clock.systemUTC());
    }

    public static OneLakeHome open(FabricDoubles fabric, OneLakePlace place) {
        return open(fabric, place, PATIENCE);
    }

    public static OneLakeHome open(FabricDoubles fabric, OneLakePlace place, Patience patience) {
        return open(fabric, place, patience, SqlPlace.API);
    }

    /// A home that asks elsewhere for the capacity's state.
    ///
    /// @param api Fabric's REST
    public static OneLakeHome open(FabricDoubles fabric, OneLakePlace place, Patience patience, URI api) {
        return new OneLakeHome(
                place, UUID.randomUUID().toString(), Pacing.USUAL, api, fabric.newHttp(), patience, Clock.systemUTC());
    }

    /// For a program that [FabricDoubles#start] started.
    public static OneLakeHome open(OneLakePlace place, Patience patience) {
        return new OneLakeHome(
                place,
                UUID.randomUUID().toString(),
                Pacing.USUAL,
                SqlPlace.API,
                BlobClient.http().build(),
                patience,
                Clock.systemUTC());
    }

    /// The files of the place, as they are there.
    public static LakehouseBlobs blobs(FabricDoubles fabric, OneLakePlace place) {
        var http = fabric.newHttp();
        var tokens = AccessTokens.of(place.identity(), AccessTokens.STORAGE, http, Clock.systemUTC());
        var container = URI.create(place.blobEndpoint() + "/" + place.workspace());
        return new LakehouseBlobs(
                new BlobClient(http, tokens, container, PATIENCE, Clock.systemUTC()), place.lakehouse());
    }
}
