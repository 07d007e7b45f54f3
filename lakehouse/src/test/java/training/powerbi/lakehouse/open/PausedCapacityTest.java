package training.powerbi.lakehouse.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.lakehouse.SqlPlace;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.lakehouse.files.copy.TestCopies;
import training.powerbi.lakehouse.files.onelake.TestHomes;
import training.powerbi.model.error.PortalException;

/// The capacity behind the lakehouse is paused for hours, and resumed.
class PausedCapacityTest extends PausableStore {

    @Test
    void aRestartFetchesNothingThatThereAreCopiesOf() throws IOException {
        for (var i = 0; i < 20; i++) {
            sessions.append(List.of(Progress.of("user-" + i, 1)));
        }
        store.close();
        line.faults("{\"deny\":1,\"only\":\"GET .*(json|parquet)\"}");

        open(SqlPlace.API);

        assertThat(sessions.snapshot().size()).isEqualTo(21);
        assertThat(store.staleness()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"deny", "busy", "missing"})
    void aServerStartsFromItsCopiesWhileTheCapacityIsPaused(String fault) throws IOException {
        store.close();
        line.faults("{\"" + fault + "\":1}");

        open(SqlPlace.API);

        assertThat(sessions.snapshot().rows()).extracting(Progress::userId).containsExactly("before");
        assertThat(remarks.snapshot().find("before")).isPresent();
        assertThat(store.staleness()).get().satisfies(stale -> {
            assertThat(stale.asOf()).isAfter(Instant.now().minus(SOON)).isBefore(Instant.now());
            assertThat(stale.reason()).contains("the capacity is paused");
        });
        assertThat(store.status().word()).isEqualTo("unavailable");
        refused();

        resume();
        remarks.append(List.of(new Remark("after", "b")));
        assertThat(stored(REMARKS).size()).isEqualTo(2);
    }

    @Test
    void whatIsJournaledGoesOnAndIsThereAfterTheResume() throws IOException {
        pause("deny");
        refused();
        sessions.append(List.of(Progress.of("during", 1)));
        sessions.append(List.of(Progress.of("before", 1).withRevision(7)));
        sessions.update(now -> new Verdict<>(List.of(Progress.of("short", 1)), List.of(), List.of(), true));
        sessions.update(
                now -> new Verdict<>(List.of(), List.of(Progress.of("short", 1).key()), List.of(), true));
        assertThat(sessions.snapshot().size()).isEqualTo(2);
        assertThat(sessions.snapshot().select(Progress.BY_DAY, 1)).hasSize(2);
        reopen();
        assertThat(sessions.snapshot().rows())
                .extracting(Progress::userId, Progress::revision)
                .containsExactlyInAnyOrder(tuple("during", 0L), tuple("before", 7L));
        assertThat(store.staleness())
                .get()
                // What began and ended meanwhile is told too: its beginning might have arrived.
                .satisfies(stale -> assertThat(stale.waiting()).isEqualTo(3));

        resume();

        await().atMost(SOON).until(() -> stored(SESSIONS).size() == 2);
        assertThat(stored(SESSIONS).find(Progress.of("before", 1).key()))
                .get()
                .extracting(Progress::revision)
                .isEqualTo(7L);
    }

    @Test
    void whatAnotherTookAwayMeanwhileStaysAway() throws IOException {
        pause("busy");
        sessions.append(List.of(Progress.of("before", 1).withRevision(7)));
        try (var notebook = afresh()) {
            notebook.table(SESSIONS)
                    .update(now -> new Verdict<>(
                            List.of(), List.of(Progress.of("before", 1).key()), List.of(), true));
            notebook.table(REMARKS).append(List.of(new Remark("before", "taken back")));
        }

        resume();

        await().atMost(SOON).until(() -> sessions.snapshot().size() == 0);
        await().atMost(SOON)
                .until(() ->
                        remarks.snapshot().find("before").orElseThrow().text().equals("taken back"));
        assertThat(stored(SESSIONS).size()).isZero();
    }

    @Test
    void aJournalThatIsBroughtTwiceDoublesNothing() throws IOException {
        pause("deny");
        sessions.append(List.of(Progress.of("during", 1)));
        var journal = journal();
        var left = Files.readAllBytes(journal);
        resume();
        await().atMost(SOON).until(() -> journal.toFile().length() == 0);
        store.close();
        Files.write(journal, left);

        open(SqlPlace.API);

        await().atMost(SOON).until(() -> journal.toFile().length() == 0);
        assertThat(stored(SESSIONS).size()).isEqualTo(2);
    }

    @Test
    void aDamagedCopyIsFetchedAnew() throws IOException {
        store.close();
        try (var files = Files.walk(folder)) {
            for (var file :
                    files.filter(file -> file.toString().endsWith(".parquet")).toList()) {
                Files.writeString(file, "damaged", StandardCharsets.UTF_8);
            }
        }

        open(SqlPlace.API);

        assertThat(sessions.snapshot().size()).isEqualTo(1);
        line.faults("{\"deny\":1}");
        reopen();
        assertThat(sessions.snapshot().size()).isEqualTo(1);
    }

    @Test
    void noTableIsMadeBecauseOfAMissingFileWhereTheLakehouseItselfIsMissing() throws IOException {
        line.faults("{\"missing\":1,\"only\":\"GET |HEAD \"}");

        assertThatThrownBy(() -> store.table(TableDefinition.of("fresh", Remark.class, Remark::id)))
                .isInstanceOf(PortalException.class);

        assertThat(TestHomes.open(FABRIC, place).files().names("/Tables/fresh/_delta_log"))
                .isEmpty();
    }

    @Test
    void aStartWithoutCopiesIsRefusedAndMakesNothing() throws IOException {
        line.faults("{\"missing\":1}");
        var home = TestHomes.open(FABRIC, line.to(place), SHORT);

        assertThatThrownBy(() -> TestStore.open(
                        TestCopies.around(home, folder.resolve("another")), Duration.ofMillis(200), Clock.systemUTC()))
                .isInstanceOf(PortalException.class);
    }

    @Test
    void fabricsOwnWordOnTheCapacityIsPassedOn() throws IOException {
        var rest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer(rest, "/v1/workspaces/", "{\"capacityId\":\"C1\"}");
        answer(
                rest,
                "/v1/capacities",
                "{\"value\":[{\"id\":\"c0\",\"state\":\"Active\"},{\"id\":\"c1\",\"state\":\"Inactive\"}]}");
        rest.start();
        try {
            store.close();
            open(URI.create("http://localhost:" + rest.getAddress().getPort()));
            pause("busy");
            assertThat(store.staleness())
                    .get()
                    .satisfies(stale -> assertThat(stale.reason())
                            .isEqualTo(
                                    "OneLake does not answer: the capacity is paused. Resume it in the Azure portal."));
        } finally {
            rest.stop(0);
        }
    }

    private static void answer(HttpServer rest, String path, String json) {
        rest.createContext(path, exchange -> {
            var bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
