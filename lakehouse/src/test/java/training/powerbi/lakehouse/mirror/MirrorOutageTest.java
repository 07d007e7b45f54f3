package training.powerbi.lakehouse.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.lakehouse.MirrorStatus.State;
import training.powerbi.lakehouse.open.Progress;
import training.powerbi.lakehouse.testing.fabric.FabricDoubles;

/// The lakehouse does not answer for a while: the portal does not notice, and nothing the mirror needs goes meanwhile.
class MirrorOutageTest {
    @RegisterExtension
    static final FabricDoubles FABRIC = new FabricDoubles();

    private static final String PAUSED = "{\"deny\":1,\"code\":\"CapacityNotActive\"}";

    @TempDir
    Path folder;

    @Test
    void aPausedCapacityIsWaitedForFromTheStartOn() throws IOException {
        var stand = new MirrorStand(FABRIC, FABRIC.lakehouse());
        var line = FABRIC.faultyLine(5, PAUSED);
        try (var store = MirrorStand.open(stand.home(folder, line.to(stand.place())))) {
            var table = store.table(Progress.table());
            table.append(List.of(Progress.of("a", 1)));
            MirrorStand.awaitState(store, State.AWAY);
            table.append(List.of(Progress.of("b", 1)));
            var status = store.mirror().orElseThrow();
            assertThat(status.reason()).isNotNull();
            assertThat(store.status().word()).isEqualTo("ok");

            line.faults("{}");
            MirrorStand.awaitState(store, State.IN_STEP);
            stand.awaitCopy(table.snapshot());

            line.faults(PAUSED);
            table.append(List.of(Progress.of("c", 1)));
            table.append(List.of(Progress.of("d", 1)));
            MirrorStand.awaitState(store, State.AWAY);
            await().until(() -> {
                var behind = store.mirror().orElseThrow().commitsBehind();
                return behind != null && behind == 2;
            });
            stand.requireConsistent();

            line.faults("{\"drop\":0.2,\"busy\":0.1,\"late500\":0.1,\"cut\":0.05}");
            stand.awaitCopy(table.snapshot());
            line.faults("{}");
            MirrorStand.awaitState(store, State.IN_STEP);
        }
    }

    @Test
    void whatTheMirrorStillNeedsIsNotTidiedAway() throws IOException {
        var stand = new MirrorStand(FABRIC, FABRIC.lakehouse());
        var line = FABRIC.faultyLine(6, PAUSED);
        var home = stand.home(folder, line.to(stand.place()));
        var log = folder.toAbsolutePath().resolve("Tables/progress/_delta_log");
        try (var store = MirrorStand.open(home)) {
            var table = store.table(Progress.table());
            table.append(List.of(Progress.of("a", 1)));
            table.append(List.of(Progress.of("a", 1).withRevision(1)));
            var orphan = folder.toAbsolutePath().resolve("Tables/progress/old.parquet");
            Files.writeString(orphan, "x");
            Files.setLastModifiedTime(orphan, FileTime.from(Instant.EPOCH));
            var failed = folder.toAbsolutePath().resolve("Tables/progress/failed.parquet");
            Files.writeString(failed, "x");

            assertThat(home.files().delete(log.resolve(LogNames.commit(0)).toString()))
                    .isFalse();
            assertThat(home.files().delete(orphan.toString())).isFalse();
            assertThat(home.files().delete(failed.toString())).isTrue();

            line.faults("{}");
            MirrorStand.awaitState(store, State.IN_STEP);
            // What is held is let go of a moment after the last file has arrived.
            await().atMost(MirrorStand.PATIENCE).until(() -> home.files().delete(orphan.toString()));
            await().atMost(MirrorStand.PATIENCE)
                    .until(() ->
                            home.files().delete(log.resolve(LogNames.commit(0)).toString()));
        }
    }
}
