package training.powerbi.lakehouse.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.lakehouse.MirrorStatus.State;
import training.powerbi.lakehouse.open.Progress;
import training.powerbi.lakehouse.testing.fabric.FabricDoubles;
import training.powerbi.lakehouse.testing.fabric.FaultyLine;

/// The capacity is paused and resumed, the line is bad, and the server is killed, in any order, while it commits. What
/// was acknowledged is there, here and in the lakehouse, and at no moment is the table there anything but whole.
///
/// `-Pfabric` is the long form.
class MirrorKillTest {
    @RegisterExtension
    static final FabricDoubles FABRIC = new FabricDoubles();

    private static final int KILLS = Integer.getInteger("fabric.kills", 1);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int COMMITS = 12;
    private static final List<String> LINES = List.of(
            "{\"drop\":0.08,\"busy\":0.08,\"late500\":0.04,\"cut\":0.02,\"hold\":0.02,\"holdMs\":900}",
            "{}",
            "{\"deny\":1,\"code\":\"CapacityNotActive\"}");

    @TempDir
    Path folder;

    @Test
    void nothingAcknowledgedIsLostAndTheMirrorIsEqualInTheEnd() throws Exception {
        var stand = new MirrorStand(FABRIC, FABRIC.lakehouse());
        var random = new Random(14);
        var line = FABRIC.faultyLine(14, LINES.getFirst());
        for (var kill = 0; kill < KILLS; kill++) {
            var server = FABRIC.start(
                    MirrorLoop.class,
                    line.to(stand.place()),
                    folder.resolve("data").toString(),
                    folder.resolve("acknowledged").toString(),
                    "" + acknowledged().size());
            try {
                underWriters(stand, line, random);
            } finally {
                server.destroyForcibly();
                server.onExit().join();
            }
        }
        line.awaitQuiet();

        try (var store = MirrorStand.open(stand.home(folder.resolve("data"), line.to(stand.place())))) {
            var table = store.table(Progress.table());
            MirrorStand.awaitState(store, State.IN_STEP);
            stand.awaitCopy(table.snapshot());
            for (var name : acknowledged()) {
                assertThat(table.snapshot().find(new Progress.Key(name, 1)))
                        .as(name)
                        .isPresent();
                assertThat(stand.blobs().read("/Files/portal/files/" + name).body())
                        .isEqualTo(name.getBytes(StandardCharsets.UTF_8));
            }
            requireSameLog(stand, table.snapshot().version());
        }
    }

    private void underWriters(MirrorStand stand, FaultyLine line, Random random) throws IOException {
        for (var step = 0; step < 3; step++) {
            var wanted = acknowledged().size() + COMMITS;
            await().atMost(PATIENCE).until(() -> acknowledged().size() >= wanted);
            if (stand.blobs().find(MirrorStand.LOG + LogNames.commit(0)).isPresent()) {
                stand.requireConsistent();
            }
            line.faults(LINES.get(random.nextInt(LINES.size())));
        }
    }

    private void requireSameLog(MirrorStand stand, long newest) throws IOException {
        var log = folder.resolve("data/Tables/progress/_delta_log");
        for (var version = 0L; version <= newest; version++) {
            var name = LogNames.commit(version);
            if (Files.exists(log.resolve(name))
                    && stand.blobs().find(MirrorStand.LOG + name).isPresent()) {
                assertThat(stand.blobs().read(MirrorStand.LOG + name).body())
                        .isEqualTo(Files.readAllBytes(log.resolve(name)));
            }
        }
    }

    private List<String> acknowledged() throws IOException {
        var file = folder.resolve("acknowledged");
        if (!Files.exists(file)) {
            return List.of();
        }
        // The last line may be on its way.
        var text = Files.readString(file);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().distinct().toList();
    }
}
