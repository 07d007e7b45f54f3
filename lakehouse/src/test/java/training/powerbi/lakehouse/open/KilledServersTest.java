package training.powerbi.lakehouse.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.lakehouse.OneLakePlace;
import training.powerbi.lakehouse.files.onelake.TestHomes;
import training.powerbi.lakehouse.testing.fabric.FabricDoubles;

/// Two servers write to one table; now this one is killed and now that, at whatever it does, and starts again.
///
/// `-Pfabric` is the long form.
class KilledServersTest {
    @RegisterExtension
    static final FabricDoubles FABRIC = new FabricDoubles();

    private static final int KILLS = Integer.getInteger("fabric.kills", 2);
    private static final int SERVERS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private final List<Process> running = new ArrayList<>();
    private final Random random = new Random(13);
    private int started;

    @AfterEach
    void end() {
        running.forEach(Process::destroyForcibly);
    }

    @Test
    void whatWasAcknowledgedIsThereOnceHoweverOftenServersAreKilled() throws Exception {
        var place = FABRIC.lakehouse();
        var names = new ArrayList<String>();
        for (var server = 0; server < SERVERS; server++) {
            names.add(start(server, place));
        }
        for (var kill = 0; kill < KILLS; kill++) {
            var victim = random.nextInt(SERVERS);
            var name = names.get(victim);
            var most = 1 + random.nextInt(8);
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> hasAcknowledged(name, most, running.get(victim)));
            running.get(victim).destroyForcibly().waitFor();
            names.set(victim, start(victim, place));
        }
        for (var server = 0; server < SERVERS; server++) {
            var name = names.get(server);
            var process = running.get(server);
            await().atMost(PATIENCE).until(() -> hasAcknowledged(name, 1, process));
        }
        for (var process : running) {
            process.destroyForcibly().waitFor();
        }
        look(place);
    }

    /// In the place of the server that was killed.
    private String start(int server, OneLakePlace place) throws IOException {
        var name = "server-" + started++;
        var process = FABRIC.start(
                CountingServer.class, place, name, folder.resolve(name).toString());
        if (server < running.size()) {
            running.set(server, process);
        } else {
            running.add(process);
        }
        return name;
    }

    private boolean hasAcknowledged(String name, int most, Process server) throws IOException {
        if (!server.isAlive()) {
            throw new AssertionError(new String(server.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
        return acknowledged(name).size() >= most;
    }

    private List<String> acknowledged(String name) throws IOException {
        var file = folder.resolve(name);
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private void look(OneLakePlace place) throws IOException {
        try (var store = TestStore.open(TestHomes.open(FABRIC, place), Duration.ofHours(1), Clock.systemUTC())) {
            var table = store.table(Progress.table()).snapshot();
            var there = table.rows()
                    .filter(row -> !row.key().equals(CountingServer.SHARED))
                    .map(row -> row.userId() + " " + row.dayNumber())
                    .toList();
            for (var run = 0; run < started; run++) {
                assertThat(there).as("lost").containsAll(acknowledged("server-" + run));
            }
            assertThat(table.find(CountingServer.SHARED))
                    .as("each once")
                    .hasValueSatisfying(shared -> assertThat(shared.revision()).isEqualTo(there.size()));
            assertThat(table.version()).isEqualTo(there.size());
        }
    }
}
