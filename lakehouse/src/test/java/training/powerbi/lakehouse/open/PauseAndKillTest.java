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
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.lakehouse.OneLakePlace;
import training.powerbi.lakehouse.files.onelake.TestHomes;
import training.powerbi.lakehouse.testing.fabric.FabricDoubles;
import training.powerbi.lakehouse.testing.fabric.FaultyLine;

/// The capacity is paused and resumed, and the server killed, in any order, while it writes.
///
/// `-Pfabric` is the long form.
class PauseAndKillTest {
    @RegisterExtension
    static final FabricDoubles FABRIC = new FabricDoubles();

    private enum Step {
        PAUSE,
        RESUME,
        KILL
    }

    private static final int ROUNDS = Integer.getInteger("fabric.pauses", 1);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> FAULTS = List.of("{\"deny\":1}", "{\"busy\":1}", "{\"missing\":1}");

    @TempDir
    private Path folder;

    private final Random random = new Random(17);
    private @Nullable Process server;
    private int started;

    @AfterEach
    void end() {
        if (server != null) {
            server.destroyForcibly();
        }
    }

    @Test
    void whatWasAcknowledgedIsThereAndWhatWasTakenAwayIsNot() throws Exception {
        var place = FABRIC.lakehouse();
        var line = FABRIC.faultyLine(5, "{}");
        var running = start(line.to(place));
        awaitMore(running, 3);
        for (var round = 0; round < ROUNDS; round++) {
            for (var step : shuffled()) {
                switch (step) {
                    case PAUSE -> line.faults(FAULTS.get(random.nextInt(FAULTS.size())));
                    case RESUME -> line.faults("{}");
                    case KILL -> {
                        running.destroyForcibly().waitFor();
                        running = start(line.to(place));
                    }
                }
                awaitMore(running, 1 + random.nextInt(20));
            }
        }
        end(running, line, place);
    }

    private List<Step> shuffled() {
        var steps = new ArrayList<>(List.of(Step.values()));
        Collections.shuffle(steps, random);
        return steps;
    }

    private void end(Process running, FaultyLine line, OneLakePlace place) throws Exception {
        line.faults("{}");
        awaitMore(running, 5);
        var journal = journal();
        await().atMost(PATIENCE).until(() -> journal.toFile().length() == 0);
        running.destroyForcibly().waitFor();

        var all = noted().toList();
        try (var store = TestStore.open(TestHomes.open(FABRIC, place), Duration.ofHours(1), Clock.systemUTC())) {
            var there = store.table(PausedServer.TABLE)
                    .snapshot()
                    .rows()
                    .map(row -> row.userId() + " " + row.dayNumber())
                    .toList();
            var gone = lines(all, "- ");
            assertThat(there)
                    .as("lost")
                    .containsAll(lines(all, "+ ").stream()
                            .filter(row -> !gone.contains(row))
                            // Of the last one it may have been decided, and not noted yet, that it goes.
                            .filter(row -> !row.endsWith("5") && !row.endsWith("0"))
                            .toList());
            assertThat(there).as("come back").doesNotContainAnyElementsOf(gone).doesNotHaveDuplicates();
        }
    }

    private static List<String> lines(List<String> all, String sign) {
        return all.stream()
                .filter(line -> line.startsWith(sign))
                .map(line -> line.substring(sign.length()))
                .toList();
    }

    private Process start(OneLakePlace place) throws IOException {
        var name = "server-" + started++;
        var process = FABRIC.start(
                PausedServer.class,
                place,
                name,
                folder.resolve(name).toString(),
                folder.resolve("disk").toString());
        server = process;
        return process;
    }

    private void awaitMore(Process running, int most) throws IOException {
        var before = noted().count();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
            if (!running.isAlive()) {
                throw new AssertionError(new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            }
            return noted().count() >= before + most;
        });
    }

    private Stream<String> noted() throws IOException {
        var lines = new ArrayList<String>();
        for (var run = 0; run < started; run++) {
            var file = folder.resolve("server-" + run);
            if (Files.exists(file)) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines.stream();
    }

    private Path journal() throws IOException {
        try (var files = Files.walk(folder.resolve("disk"))) {
            return files.filter(file -> file.endsWith("progress.journal"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
