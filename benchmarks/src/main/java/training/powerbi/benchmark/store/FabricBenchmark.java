package training.powerbi.benchmark.store;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.OneLakePlace;
import training.powerbi.lakehouse.OneLakePlace.Pacing;
import training.powerbi.lakehouse.OpenLakehouse;
import training.powerbi.lakehouse.StoreOptions;
import training.powerbi.lakehouse.open.Lakehouses;

/// A store at the end of a slow line; see the command `benchmarks/fabric`.
public final class FabricBenchmark {
    private static final String TENANT = "11111111-2222-3333-4444-555555555555";
    private static final int ROWS = 100_000;
    /// The days of 64 learners.
    private static final int CLASS = 768;

    /// Tables beside the one that is measured, as many as a portal has.
    private static final int OTHERS = 10;

    private static final int OTHER_ROWS = 100;
    private static final int ROUNDS = 60;
    private static final int LOOK_UPS = 2_000_000;

    private final OneLakePlace place;

    private FabricBenchmark(OneLakePlace place) {
        this.place = place;
    }

    /// What to measure, then the place: endpoint, authority, workspace, lakehouse.
    public static void main(String[] words) throws Exception {
        var identity = new OneLakePlace.Identity.ClientSecret(URI.create(words[2]), TENANT, "client-id", "secret");
        var benchmark = new FabricBenchmark(
                new OneLakePlace(words[3], words[4], Optional.empty(), URI.create(words[1]), identity));
        switch (words[0]) {
            case "commit" -> benchmark.commit();
            case "group" -> benchmark.group();
            case "start" -> benchmark.start();
            case "plain" -> new PlainRequests(benchmark.place, ROWS).run();
            case "queries" -> benchmark.queries();
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    private OpenLakehouse open() throws IOException {
        return Lakehouses.open(
                place, UUID.randomUUID().toString(), Pacing.USUAL, StoreOptions.USUAL, report -> {}, Clock.systemUTC());
    }

    /// A commit of one row against a request that is answered at once.
    private void commit() throws Exception {
        try (var store = open();
                var http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            var table = store.table(ProgressRow.table("one_row"));
            Tables.fill(table, 10_000);
            var key = ProgressRow.numbered(7).key();
            var ratios = new ArrayList<Double>();
            var commits = new ArrayList<Double>();
            var trips = new ArrayList<Double>();
            var requests = 0L;
            for (var round = 0; round < ROUNDS; round++) {
                var started = System.nanoTime();
                Tables.change(table, key);
                var commit = Tables.millisSince(started);
                var trip = trip(http);
                // The first rounds are the compiler's.
                if (round == ROUNDS / 2) {
                    requests = writes(store);
                }
                if (round >= ROUNDS / 2) {
                    ratios.add(commit / trip);
                    commits.add(commit);
                    trips.add(trip);
                }
            }
            System.out.printf(
                    "one-row commit: %.0f ms; one round trip: %.0f ms; ratio %.2f (goal <= 3.6); %.1f writes a commit%n",
                    Tables.median(commits),
                    Tables.median(trips),
                    Tables.median(ratios),
                    (writes(store) - requests) / (ROUNDS / 2.0 - 1));
        }
    }

    private static long writes(OpenLakehouse store) {
        return store.cost().orElseThrow().writes();
    }

    private double trip(HttpClient http) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(place.blobEndpoint() + "/" + place.workspace() + "/none"))
                .build();
        var started = System.nanoTime();
        http.send(request, BodyHandlers.discarding());
        return Tables.millisSince(started);
    }

    private void group() throws Exception {
        try (var store = open()) {
            var table = store.table(ProgressRow.table(Tables.NAME));
            Tables.fill(table, ROWS);
            var callers = new GroupCommits(Path.of(""));
            callers.measure(table, CLASS, 1, 1);
            callers.measure(table, CLASS, 1, 16);
            callers.measure(table, CLASS, 16, 1);
            callers.measure(table, ROWS, 16, 1);
            openOthers(store).forEach(other -> Tables.fill(other, OTHER_ROWS));
            var cost = store.cost().orElseThrow();
            System.out.printf(
                    "requests so far: %,d reads, %,d writes, %,d listings; about %.0f capacity unit seconds%n",
                    cost.reads(), cost.writes(), cost.listings(), cost.capacitySeconds());
        }
    }

    /// The table with all rows, then the others that a portal has.
    private void start() throws IOException {
        var started = System.nanoTime();
        try (var store = open()) {
            var opened = Tables.millisSince(started);
            var before = Tables.processorMillis();
            var table = store.table(ProgressRow.table(Tables.NAME));
            var loaded = Tables.millisSince(started);
            var processor = Tables.processorMillis();
            System.out.printf(
                    "start with %,d rows, cold process: %.0f ms (goal <= 5,000), of which %.0f ms until the place was"
                            + " looked at; processor %.0f ms since launch, %.0f ms of them before that%n",
                    table.snapshot().size(), loaded, opened, processor, before);
            store.expect(names().toList());
            openOthers(store);
            System.out.printf(
                    "%d small tables after it: %.0f ms; processor %.0f ms%n",
                    OTHERS, Tables.millisSince(started) - loaded, Tables.processorMillis() - processor);
        }
    }

    private static List<DeltaTable<ProgressRow.Key, ProgressRow>> openOthers(OpenLakehouse store) {
        return names().map(name -> store.table(ProgressRow.table(name))).toList();
    }

    private static Stream<String> names() {
        return IntStream.range(0, OTHERS).mapToObj(at -> "other_" + at);
    }

    /// The same questions to a table in a folder and to one in OneLake, in turns.
    private void queries() throws IOException {
        var folder = Files.createTempDirectory("portal-fabric-local");
        Tables.fill(folder, ROWS);
        try (var near = Tables.open(folder);
                var far = open()) {
            DeltaTable<ProgressRow.Key, ProgressRow> local = near.table(ProgressRow.table(Tables.NAME));
            DeltaTable<ProgressRow.Key, ProgressRow> remote = far.table(ProgressRow.table(Tables.NAME));
            var ratios = new ArrayList<Double>();
            var times = new ArrayList<Double>();
            for (var round = 0; round < 9; round++) {
                var here = lookUps(local);
                var there = lookUps(remote);
                ratios.add(there / here);
                times.add(there);
            }
            System.out.printf(
                    "look-up by key: %.0f ns; against a table in a folder %.2f%n",
                    Tables.median(times) * 1e6 / LOOK_UPS, Tables.median(ratios));
        }
    }

    private static double lookUps(DeltaTable<ProgressRow.Key, ProgressRow> table) {
        var keys = IntStream.range(0, 1_000)
                .mapToObj(at -> ProgressRow.numbered(at * 97).key())
                .toList();
        var started = System.nanoTime();
        var found = 0;
        for (var at = 0; at < LOOK_UPS; at++) {
            found += table.snapshot().find(keys.get(at % keys.size())).isPresent() ? 1 : 0;
        }
        if (found != LOOK_UPS) {
            throw new IllegalStateException(found + " of " + LOOK_UPS + " rows found");
        }
        return Tables.millisSince(started);
    }
}
