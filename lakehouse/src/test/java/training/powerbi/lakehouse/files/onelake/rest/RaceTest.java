package training.powerbi.lakehouse.files.onelake.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import training.powerbi.lakehouse.files.onelake.identity.AccessTokens;
import training.powerbi.lakehouse.testing.fabric.FabricDoubles;

/// `-Pfabric` is the long form.
class RaceTest {
    @RegisterExtension
    static final FabricDoubles FABRIC = new FabricDoubles();

    private static final int CLIENTS = 8;
    private static final int VERSIONS = Integer.getInteger("fabric.race", 40);

    @Test
    void ofEightServersExactlyOneWinsEachVersion() throws Exception {
        var place = FABRIC.lakehouse();
        var together = new CyclicBarrier(CLIENTS);
        var wins = new ArrayList<Future<Integer>>();
        try (var servers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var server = 0; server < CLIENTS; server++) {
                var name = "server " + server;
                wins.add(servers.submit(() -> {
                    var http = FABRIC.newHttp();
                    var tokens = AccessTokens.of(place.identity(), AccessTokens.STORAGE, http, Clock.systemUTC());
                    var container = URI.create(place.blobEndpoint() + "/" + place.workspace());
                    try (var client = new BlobClient(http, tokens, container, Patience.USUAL, Clock.systemUTC())) {
                        return race(new LakehouseBlobs(client, place.lakehouse()), name, together);
                    }
                }));
            }
        }
        var won = 0;
        for (var each : wins) {
            won += each.get();
        }
        assertThat(won).isEqualTo(VERSIONS);
    }

    private static int race(LakehouseBlobs blobs, String name, CyclicBarrier together) throws Exception {
        var won = 0;
        for (var version = 0; version < VERSIONS; version++) {
            together.await();
            try {
                blobs.putIfAbsent(CommitLoop.log(version), (name + " " + version).getBytes(StandardCharsets.UTF_8));
                won++;
            } catch (FileAlreadyExistsException e) {
                // Another was quicker.
            }
        }
        return won;
    }
}
