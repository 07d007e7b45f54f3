package training.powerbi.lakehouse.files.onelake.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.lakehouse.OneLakePlace;
import training.powerbi.lakehouse.files.onelake.identity.AccessTokens;
import training.powerbi.lakehouse.testing.fabric.FabricDoubles;

/// Two processes commit to one log over a line that loses answers, and repeats, delays and tears others. A server that
/// does it another way than ours loses or doubles what it was asked to write: the same look at the log finds it.
///
/// `-Pfabric` is the long form.
class LostAnswersTest {
    @RegisterExtension
    static final FabricDoubles FABRIC = new FabricDoubles();

    private static final int COMMITS = Integer.getInteger("fabric.commits", 60);
    private static final int PATIENCE_MINUTES = 15;
    private static final int SEED = 7;
    private static final int MOST_ROUNDS = 8;
    private static final String FAULTS =
            "{\"drop\":0.08,\"busy\":0.08,\"late500\":0.04,\"cut\":0.02,\"throttle\":0.003,\"stall\":0.01,\"hold\":0.02,"
                    + "\"holdMs\":900,\"stallMs\":900}";

    @TempDir
    Path folder;

    /// What the log says in the end.
    private record Findings(int lost, int doubled, int dangling) {}

    @Test
    void nothingIsLostAndNothingDoubled() throws Exception {
        assertThat(run(CommitLoop.Manner.RIGHT, SEED, FAULTS, COMMITS)).isEqualTo(new Findings(0, 0, 0));
    }

    @Test
    void whoTakesEveryConflictForAnothersIsFoundOut() throws Exception {
        var found = foundOut(CommitLoop.Manner.NAIVE, FAULTS, 40);

        assertThat(found.doubled() + found.dangling()).as(found.toString()).isPositive();
    }

    @Test
    void whoGivesUpAndDecidesAnewIsFoundOut() throws Exception {
        var found = foundOut(CommitLoop.Manner.GIVES_UP, "{\"drop\":0.4,\"hold\":0.15,\"holdMs\":1200}", 12);

        assertThat(found.doubled() + found.dangling()).as(found.toString()).isPositive();
    }

    /// How two processes meet the faults is up to the machine: now and then a round does no harm.
    private Findings foundOut(CommitLoop.Manner manner, String faults, int commits) throws Exception {
        var found = new Findings(0, 0, 0);
        for (var round = 0; round < MOST_ROUNDS && found.doubled() + found.dangling() == 0; round++) {
            found = run(manner, SEED + round, faults, commits);
        }
        return found;
    }

    private Findings run(CommitLoop.Manner manner, int seed, String faults, int commits) throws Exception {
        var place = FABRIC.lakehouse();
        var line = FABRIC.faultyLine(seed, faults);
        var running = new ArrayList<Process>();
        for (var writer : List.of("A", "B")) {
            running.add(FABRIC.start(
                    CommitLoop.class,
                    line.to(place),
                    writer,
                    "" + commits,
                    manner.name(),
                    folder.resolve(writer).toString()));
        }
        for (var process : running) {
            assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue())
                    .as(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isZero();
        }
        // What was held back on the line arrives now, if it ever does.
        line.awaitQuiet();
        return look(place);
    }

    private Findings look(OneLakePlace place) throws IOException {
        var http = FABRIC.newHttp();
        var tokens = AccessTokens.of(place.identity(), AccessTokens.STORAGE, http, Clock.systemUTC());
        var container = URI.create(place.blobEndpoint() + "/" + place.workspace());
        try (var client = new BlobClient(http, tokens, container, Patience.USUAL, Clock.systemUTC())) {
            var blobs = new LakehouseBlobs(client, place.lakehouse());
            Map<String, Integer> times = new HashMap<>();
            var dangling = 0;
            for (var version = 0L; blobs.find(CommitLoop.log(version)).isPresent(); version++) {
                var said = JsonMapper.shared()
                        .readTree(blobs.read(CommitLoop.log(version)).body());
                times.merge(
                        said.path("writer").asString() + ":"
                                + said.path("number").asInt(),
                        1,
                        Integer::sum);
                dangling += blobs.find(CommitLoop.TABLE + said.path("path").asString())
                                .isPresent()
                        ? 0
                        : 1;
            }
            var lost = 0;
            for (var writer : List.of("A", "B")) {
                for (var acknowledged : Files.readAllLines(folder.resolve(writer))) {
                    lost += times.containsKey(acknowledged) ? 0 : 1;
                }
            }
            var doubled =
                    (int) times.values().stream().filter(count -> count > 1).count();
            return new Findings(lost, doubled, dangling);
        }
    }
}
