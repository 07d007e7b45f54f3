package training.powerbi.lakehouse.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import training.powerbi.lakehouse.CommitNote;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.ForeignChange;
import training.powerbi.lakehouse.OneLakePlace;
import training.powerbi.lakehouse.OpenLakehouse;
import training.powerbi.lakehouse.TableChange;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.lakehouse.TableSnapshot;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.lakehouse.files.onelake.TestHomes;
import training.powerbi.lakehouse.log.CommitExtras;
import training.powerbi.lakehouse.log.FileChanges;
import training.powerbi.lakehouse.log.StoreEngine;
import training.powerbi.lakehouse.log.TableLog;
import training.powerbi.lakehouse.testing.fabric.FabricDoubles;

/// Two servers have one lakehouse open. `-Pfabric` is the long form.
class TwoServersTest {
    @RegisterExtension
    static final FabricDoubles FABRIC = new FabricDoubles();

    private static final int UPDATES = Integer.getInteger("fabric.updates", 15);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Progress.Key SHARED = new Progress.Key("shared", 1);

    private final List<OpenLakehouse> stores = new ArrayList<>();

    private OpenLakehouse open(OneLakePlace place) {
        return open(place, Clock.systemUTC());
    }

    private OpenLakehouse open(OneLakePlace place, Clock clock) {
        var store = TestStore.open(TestHomes.open(FABRIC, place), POLL, clock);
        synchronized (stores) {
            stores.add(store);
        }
        return store;
    }

    @AfterEach
    void close() throws IOException {
        for (var store : stores) {
            store.close();
        }
    }

    @Test
    void bothStartTogetherOnAnEmptyLakehouse() throws Exception {
        var place = FABRIC.lakehouse();
        var tables = together(2, server -> open(place).table(Progress.table()));

        tables.get(0).append(List.of(Progress.of("a", 1)));
        tables.get(1).append(List.of(Progress.of("b", 1)));

        for (var table : tables) {
            await().until(() -> table.snapshot().size() == 2);
            assertThat(table.snapshot().version()).isEqualTo(2);
        }
    }

    @Test
    void whatBothAddAddsUpOverABadLine() throws Exception {
        var place = FABRIC.lakehouse();
        var line =
                FABRIC.faultyLine(11, "{\"drop\":0.06,\"busy\":0.06,\"late500\":0.03,\"hold\":0.01,\"holdMs\":1100}");
        var tables = together(2, server -> {
            var table = open(line.to(place)).table(Progress.table());
            for (var update = 0; update < UPDATES; update++) {
                table.update(now -> {
                    var row = now.find(SHARED).orElseGet(() -> Progress.of("shared", 1));
                    var own = Progress.of("server " + server, now.size() + 1);
                    return Verdict.upsert(List.of(row.withRevision(row.revision() + 1), own));
                });
            }
            return table;
        });

        for (var table : tables) {
            await().until(() -> table.snapshot().find(SHARED).orElseThrow().revision() == 2L * UPDATES);
        }
        var afresh = open(place).table(Progress.table()).snapshot();
        assertThat(afresh.find(SHARED).orElseThrow().revision()).isEqualTo(2L * UPDATES);
        assertThat(afresh.version()).isEqualTo(2L * UPDATES);
        assertThat(afresh.size()).isEqualTo(2 * UPDATES + 1);
    }

    @Test
    void aChangeReachesTheListenersOfTheOther() {
        var place = FABRIC.lakehouse();
        var heard = new ConcurrentLinkedQueue<TableChange<Progress.Key, Progress>>();
        var first = open(place).table(Progress.table());
        var second = open(place).table(Progress.table());
        second.onChange(heard::add);

        first.append(List.of(Progress.of("a", 1)));

        await().until(() -> heard.size() == 1);
        assertThat(heard.peek()).isNotNull();
        assertThat(heard.peek().foreign()).isFalse();
    }

    @Test
    void hintsThatCrossLeaveNoServerBehind() throws Exception {
        var place = FABRIC.lakehouse();
        var hinted = List.of(openHinted(place), openHinted(place), openHinted(place));
        var first = new ArrayList<DeltaTable<Progress.Key, Progress>>();
        var second = new ArrayList<DeltaTable<Progress.Key, Progress>>();
        for (var store : hinted) {
            first.add(store.table(Progress.table()));
            second.add(store.table(TableDefinition.of("other", Progress.class, Progress::key)));
        }
        for (var round = 1; round <= 5; round++) {
            var day = round;
            together(2, server -> (server == 0 ? first.get(0) : second.get(1)).append(List.of(Progress.of("a", day))));

            await().atMost(Duration.ofMinutes(1))
                    .until(() -> Stream.concat(first.stream(), second.stream())
                            .allMatch(table -> table.snapshot().size() == day));
        }
    }

    private OpenLakehouse openHinted(OneLakePlace place) {
        var store = TestStore.openHinted(TestHomes.open(FABRIC, place), POLL);
        stores.add(store);
        return store;
    }

    @Test
    void whoeverChangesNothingIsToldByWhatTheOtherHasJustCommitted() {
        var place = FABRIC.lakehouse();
        var first = open(place);
        first.keepNotes(new Keeper());
        var second = openBlind(place);
        var heard = new Keeper();
        second.keepNotes(heard);
        var written = first.table(Progress.table());
        DeltaTable<Progress.Key, Progress> read = second.table(Progress.table());

        written.update(now -> Verdict.upsert(Progress.of("a", 1), new CommitNote("note-1", "{}")));

        var key = Progress.of("a", 1).key();
        assertThat(read.update(now -> Verdict.unchanged(now.find(key).isPresent()))
                        .answer())
                .isTrue();
        assertThat(heard.heard).containsExactly("note-1");
        written.append(List.of(Progress.of("b", 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read.update(now -> {
                    throw new IllegalArgumentException("There are " + now.size());
                }))
                .withMessage("There are 2");
        written.append(List.of(Progress.of("c", 1)));
        assertThat(read.newest().size()).isEqualTo(3);
    }

    /// A server that never looks by itself.
    private OpenLakehouse openBlind(OneLakePlace place) {
        var store = TestStore.open(TestHomes.open(FABRIC, place), Duration.ofHours(1), Clock.systemUTC());
        stores.add(store);
        return store;
    }

    @Test
    void theNotesOfAServerThatStoppedAreDeliveredByTheOtherAfterAWhile() {
        var place = FABRIC.lakehouse();
        var time = new TestClock();
        var first = open(place);
        var delivered = new Keeper();
        first.keepNotes(delivered);
        var second = open(place, time);
        var other = new Keeper();
        second.keepNotes(other);
        var written = first.table(Progress.table());
        DeltaTable<Progress.Key, Progress> read = second.table(Progress.table());

        written.update(now -> Verdict.upsert(Progress.of("a", 1), new CommitNote("note-1", "{}")));

        await().until(() -> read.snapshot().size() == 1);
        assertThat(delivered.times).containsEntry("note-1", 1);
        assertThat(other.times).isEmpty();
        time.now = time.now.plusSeconds(31);
        await().until(() -> other.times.containsKey("note-1"));
        assertThat(other.foreign).hasValue(0);
    }

    @Test
    void aStartFindsTheNotesOfAServerThatStoppedBeforeTheNewestCommit() {
        var place = FABRIC.lakehouse();
        var first = open(place).table(Progress.table());
        var noted = open(place);
        noted.keepNotes(new Keeper());
        var second = noted.table(Progress.table());
        second.update(now -> Verdict.upsert(Progress.of("a", 1), new CommitNote("note-1", "{}")));
        await().until(() -> first.snapshot().size() == 1);
        first.append(List.of(Progress.of("b", 1)));

        var time = new TestClock();
        time.now = time.now.plusSeconds(600);
        var third = open(place, time);
        var keeper = new Keeper();
        third.keepNotes(keeper);
        third.table(Progress.table());
        third.deliverNotes();

        assertThat(keeper.times).containsEntry("note-1", 1);
    }

    record Entry(String id, String text) {}

    /// Numbers what is entered, as a chain does.
    private static final TableDefinition<String, Entry> JOURNAL = TableDefinition.of("journal", Entry.class, Entry::id)
            .onlyGrowing(new TableDefinition.Growth<String, Entry>() {
                @Override
                public Entry witness(ForeignChange change) {
                    return new Entry("external " + change.version(), "told");
                }

                @Override
                public Entry entered(TableSnapshot<String, Entry> now, Entry row) {
                    return new Entry(row.id(), row.text() + " as number " + (now.size() + 1));
                }
            });

    @Test
    void whatBothGiveBackIsGivenBackOnceAndItsPlacesStay() throws Exception {
        var place = FABRIC.lakehouse();
        var first = open(place).table(JOURNAL);
        var second = open(place).table(JOURNAL);
        for (var entry = 0; entry < 3; entry++) {
            first.append(List.of(new Entry("e" + entry, "text")));
        }
        var expected = new ArrayList<>(List.of("text as number 1", "text as number 2", "text as number 3"));

        for (var round = 1; round <= 3; round++) {
            var before = first.newest().version();
            takeAllFiles(place);
            expected.add("told as number " + (expected.size() + 1));
            // Whoever is second finds everything there, and writes nothing.
            for (var table : List.of(first, second)) {
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> table.snapshot().version() >= before + 2);
            }
            first.append(List.of(new Entry("after " + round, "text")));
            expected.add("text as number " + (expected.size() + 1));
            assertThat(second.newest().version()).isEqualTo(before + 3);
            assertThat(second.snapshot().rows().map(Entry::text)).containsExactlyInAnyOrderElementsOf(expected);
        }
        assertThat(open(place).table(JOURNAL).snapshot().rows().map(Entry::text))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    /// As another program does that heeds no mark.
    private static void takeAllFiles(OneLakePlace place) throws Exception {
        var home = TestHomes.open(FABRIC, place);
        var log = new TableLog(new StoreEngine(home.files()), home.tables() + "/journal", true);
        var newest = log.loadNewest();
        var changes = new FileChanges(List.of(), newest.files(), true, Optional.empty());
        var version = newest.snapshot().getVersion();
        log.commit(version, changes, new CommitExtras(List.of(), changes.metrics()), version);
    }

    private interface Work<T> {
        T run(int server) throws Exception;
    }

    private static <T> List<T> together(int servers, Work<T> work) throws InterruptedException, ExecutionException {
        var start = new CyclicBarrier(servers);
        var running = new ArrayList<Future<T>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var server = 0; server < servers; server++) {
                var own = server;
                running.add(threads.submit(() -> {
                    start.await();
                    return work.run(own);
                }));
            }
        }
        var done = new ArrayList<T>();
        for (var each : running) {
            done.add(each.get());
        }
        return done;
    }
}
