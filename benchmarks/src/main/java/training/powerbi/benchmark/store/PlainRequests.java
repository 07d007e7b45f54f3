package training.powerbi.benchmark.store;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import training.powerbi.lakehouse.OneLakePlace;
import training.powerbi.lakehouse.files.onelake.identity.AccessTokens;
import training.powerbi.lakehouse.files.onelake.rest.BlobClient;
import training.powerbi.lakehouse.files.onelake.rest.BlobEntry;
import training.powerbi.lakehouse.files.onelake.rest.LakehouseBlobs;
import training.powerbi.lakehouse.files.onelake.rest.Patience;

/// What a start cannot do without, and nothing else: the log is listed, and about the files that a start reads are
/// fetched, as many at a time, by a process as cold. Nothing is made of them.
final class PlainRequests {
    private static final int AT_ONCE = 8;
    private static final int ROWS_IN_A_FILE = 5_000;

    private final OneLakePlace place;
    private final int rows;

    PlainRequests(OneLakePlace place, int rows) {
        this.place = place;
        this.rows = rows;
    }

    void run() throws IOException, InterruptedException, ExecutionException {
        var started = System.nanoTime();
        var clock = Clock.systemUTC();
        var http = BlobClient.http().build();
        var container = URI.create(place.blobEndpoint() + "/" + place.workspace());
        var tokens = AccessTokens.of(place.identity(), AccessTokens.STORAGE, http, clock);
        try (var client = new BlobClient(http, tokens, container, Patience.USUAL, clock);
                var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var blobs = new LakehouseBlobs(client, place.lakehouse());
            var running = new ArrayList<Future<Integer>>();
            for (var file : wanted(blobs)) {
                running.add(threads.submit(() -> blobs.read(file.path()).body().length));
            }
            var bytes = 0L;
            for (var each : running) {
                bytes += each.get();
            }
            System.out.printf(
                    "plain requests for as much, cold process: %.0f ms; %d files, %,d kB; processor %.0f ms since launch%n",
                    Tables.millisSince(started), running.size(), bytes / 1_000, Tables.processorMillis());
        }
    }

    /// The newest checkpoint, the commits behind it, and data files, of which any will do.
    private List<BlobEntry> wanted(LakehouseBlobs blobs) throws IOException {
        var folder = "/Tables/" + Tables.NAME + "/";
        var wanted = new ArrayList<BlobEntry>();
        var log = blobs.list(folder + "_delta_log/", false).stream()
                .sorted(Comparator.comparing(BlobEntry::path).reversed())
                .filter(file -> !file.path().endsWith("_last_checkpoint"))
                .toList();
        for (var file : log) {
            wanted.add(file);
            if (file.path().contains(".checkpoint.")) {
                break;
            }
        }
        blobs.list(folder, false).stream()
                .sorted(Comparator.comparingLong(BlobEntry::size).reversed())
                .limit(rows / ROWS_IN_A_FILE + 1)
                .forEach(wanted::add);
        return wanted;
    }
}
