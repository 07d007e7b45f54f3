package training.powerbi.lakehouse.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.lakehouse.files.onelake.OneLakeHome;
import training.powerbi.lakehouse.files.onelake.TestHomes;
import training.powerbi.lakehouse.files.onelake.rest.BlobRequest.Kind;
import training.powerbi.lakehouse.testing.fabric.FabricDoubles;

/// What a store costs: OneLake charges by requests.
class IdleRequestsTest {
    @RegisterExtension
    static final FabricDoubles FABRIC = new FabricDoubles();

    @Test
    void anIdleStoreCostsOneLookAPollHoweverManyTables() throws IOException {
        var home = TestHomes.open(FABRIC, FABRIC.lakehouse());
        var poll = Duration.ofMillis(100);
        try (var store = TestStore.open(home, poll, Clock.systemUTC())) {
            for (var name : List.of("one", "two", "three", "four")) {
                store.table(TableDefinition.of(name, Progress.class, Progress::key));
            }
            await().until(() -> isQuiet(home));
            var lists = home.counts().of(Kind.LIST);
            var writes = home.counts().of(Kind.WRITE);
            var from = home.counts().of(Kind.READ);
            var began = System.nanoTime();

            await().until(() -> home.counts().of(Kind.READ) >= from + 20);

            var polls = Duration.ofNanos(System.nanoTime() - began).dividedBy(poll) + 2;
            assertThat(home.counts().of(Kind.READ) - from).isLessThanOrEqualTo(polls);
            assertThat(home.counts().of(Kind.LIST)).isEqualTo(lists);
            assertThat(home.counts().of(Kind.WRITE)).isEqualTo(writes);
            assertThat(store.cost()).hasValueSatisfying(cost -> {
                assertThat(cost.writes()).isEqualTo(writes);
                assertThat(cost.capacitySeconds()).isPositive();
            });
        }
    }

    @Test
    void aSmallCommitIsTwoWritesAndOneForTheOtherServers() throws IOException {
        var home = TestHomes.open(FABRIC, FABRIC.lakehouse());
        try (var store = TestStore.open(home, Duration.ofHours(1), Clock.systemUTC())) {
            var table = store.table(Progress.table());
            table.append(List.of(Progress.of("a", 1)));
            await().until(() -> isPointerWritten(home));
            var writes = home.counts().of(Kind.WRITE);
            var others = home.counts().of(Kind.READ) + home.counts().of(Kind.LIST);

            table.append(List.of(Progress.of("a", 1).withRevision(1)));

            await().until(() -> home.counts().of(Kind.WRITE) == writes + 3);
            assertThat(home.counts().of(Kind.READ) + home.counts().of(Kind.LIST))
                    .isEqualTo(others);
        }
    }

    /// Whether ten looks went by without anything else, such as the first search for leftovers.
    private static boolean isQuiet(OneLakeHome home) {
        var lists = home.counts().of(Kind.LIST);
        var reads = home.counts().of(Kind.READ);
        await().until(() -> home.counts().of(Kind.READ) >= reads + 10);
        return home.counts().of(Kind.LIST) == lists;
    }

    private static boolean isPointerWritten(OneLakeHome home) throws IOException {
        try {
            return home.files().getFileStatus("/Files/_portal/head").getSize() > 0;
        } catch (FileNotFoundException e) {
            return false;
        }
    }
}
