package training.powerbi.lakehouse.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.delta.standalone.DeltaLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.ForeignChange;
import training.powerbi.lakehouse.OpenLakehouse;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.lakehouse.TableSnapshot;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.lakehouse.testing.Foreigner;

/// A table that only grows, and other programs that take rows from it all the same.
class AppendOnlyTest {
    record Entry(String id, String text) {}

    @TempDir
    Path folder;

    private static DeltaTable<String, Entry> open(OpenLakehouse store) {
        return store.table(TableDefinition.of("journal", Entry.class, Entry::id)
                .onlyGrowing(change ->
                        new Entry("external " + change.version(), change.rows() + " by " + change.operation())));
    }

    private static Entry entry(int number) {
        return new Entry("e" + number, "text " + number);
    }

    private void write(int rows) throws IOException {
        try (var store = TestStore.open(folder)) {
            var table = open(store);
            IntStream.range(0, rows).forEach(number -> table.append(List.of(entry(number))));
        }
    }

    private Foreigner foreigner() {
        return new Foreigner(folder, "journal");
    }

    private List<String> stored() throws IOException {
        return foreigner().read(row -> row.getString("id") + "=" + row.getString("text"));
    }

    @Test
    void isMarkedAndOnlyEverRearrangesWhatIsThere() throws IOException {
        write(40);

        var log = DeltaLog.forTable(
                new Configuration(), folder.resolve("Tables/journal").toString());
        assertThat(log.update().getMetadata().getConfiguration()).containsEntry("delta.appendOnly", "true");
        assertThat(foreigner().files()).isLessThan(12);
        assertThat(stored()).hasSize(40).doesNotHaveDuplicates();
        try (var commits = Files.newDirectoryStream(folder.resolve("Tables/journal/_delta_log"), "*.json")) {
            for (var commit : commits) {
                assertThat(Files.readAllLines(commit))
                        .filteredOn(line -> line.startsWith("{\"remove\""))
                        .allMatch(line -> line.contains("\"dataChange\":false"));
                assertThat(Files.readAllLines(commit))
                        .filteredOn(line -> line.startsWith("{\"protocol\""))
                        .allMatch(line -> line.contains("\"minWriterVersion\":2"));
            }
        }
        try (var store = TestStore.open(folder)) {
            assertThat(open(store).snapshot().size()).isEqualTo(40);
            assertThat(store.status().problems()).isEmpty();
        }
    }

    @Test
    void anOlderTableIsMarkedAtStart() throws IOException {
        try (var store = TestStore.open(folder)) {
            store.table(TableDefinition.of("journal", Entry.class, Entry::id)).append(List.of(entry(1)));
        }
        for (var start = 0; start < 2; start++) {
            try (var store = TestStore.open(folder)) {
                assertThat(open(store).snapshot().rows()).containsExactly(entry(1));
                assertThat(store.status().problems()).isEmpty();
            }
            var log = DeltaLog.forTable(
                    new Configuration(), folder.resolve("Tables/journal").toString());
            assertThat(log.update().getMetadata().getConfiguration()).containsEntry("delta.appendOnly", "true");
            assertThat(log.update().getVersion()).isEqualTo(2);
        }
    }

    @Test
    void whatOthersRemoveOrChangeLiveIsKeptAndWrittenAgain() throws IOException {
        write(3);
        try (var store = TestStore.open(folder)) {
            var table = open(store);
            foreigner().overwrite(List.of(entry(0), new Entry("e1", "forged")), false);

            await().until(() -> table.snapshot().version() == 5);
            assertThat(table.snapshot().rows())
                    .contains(entry(0), entry(1), entry(2), new Entry("external 4", "2 by UPDATE"))
                    .hasSize(4);
            assertThat(store.status().word()).isEqualTo("degraded");
            assertThat(store.status().problems()).anyMatch(each -> each.contains("removed or changed 2 rows"));
            assertThat(stored())
                    .containsExactlyInAnyOrder("e0=text 0", "e1=text 1", "e2=text 2", "external 4=2 by UPDATE");
            table.append(List.of(entry(9)));
        }
        try (var store = TestStore.open(folder)) {
            assertThat(open(store).snapshot().size()).isEqualTo(5);
            assertThat(stored()).hasSize(5).doesNotHaveDuplicates();
        }
    }

    /// Numbers what is entered, and tells of others in a row that is entered too.
    private static TableDefinition<String, Entry> numbered() {
        return TableDefinition.of("journal", Entry.class, Entry::id)
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
    }

    @Test
    void rowsAreEnteredBehindThoseOfWhoeverWasFirst() throws IOException {
        var races = new AtomicInteger(1);
        var files = new FaultyFiles((step, path) -> {
            if (step.equals("before") && path.endsWith("1.json") && races.getAndDecrement() > 0) {
                foreigner().append(List.of(entry(7)));
            }
        });
        try (var store = TestStore.open(folder, files)) {
            var table = store.table(numbered());
            table.update(now -> Verdict.upsert(List.of(entry(0), entry(1))));
            // Who upserts what is there changes nothing.
            table.append(List.copyOf(table.snapshot().rows().toList()));
        }
        assertThat(stored()).containsExactlyInAnyOrder("e7=text 7", "e0=text 0 as number 2", "e1=text 1 as number 3");
    }

    @Test
    void whatIsGivenBackIsWhatItWasAndTheRowThatTellsOfItIsEntered() throws IOException {
        try (var store = TestStore.open(folder)) {
            var table = store.table(numbered());
            IntStream.range(0, 3).forEach(number -> table.append(List.of(entry(number))));
            var first = table.snapshot().find("e0").orElseThrow();
            foreigner().overwrite(List.of(first), false);

            await().until(() -> table.snapshot().version() == 5);
        }
        assertThat(stored())
                .containsExactlyInAnyOrder(
                        "e0=text 0 as number 1",
                        "e1=text 1 as number 2",
                        "e2=text 2 as number 3",
                        "external 4=told as number 4");
    }

    @Test
    void compactionByOthersIsHarmless() throws IOException {
        write(3);
        try (var store = TestStore.open(folder)) {
            var table = open(store);
            foreigner().overwrite(List.of(entry(2), entry(0), entry(1)), false);

            await().until(() -> table.snapshot().version() == 4);
            assertThat(store.status().word()).isEqualTo("ok");
            table.append(List.of(entry(3)));
            assertThat(stored()).hasSize(4).doesNotHaveDuplicates();
        }
    }

    @Test
    void whatOthersRemovedDuringAStopComesBackOnce() throws IOException {
        write(3);
        foreigner().overwrite(List.of(entry(2), entry(0), entry(1)), false);
        assertThatThrownBy(() -> foreigner().overwrite(List.of(entry(0)), true))
                .hasMessageContaining("only allow appends");
        foreigner().overwrite(List.of(entry(0), new Entry("e1", "forged")), false);

        for (var start = 0; start < 3; start++) {
            try (var store = TestStore.open(folder)) {
                assertThat(open(store).snapshot().rows())
                        .containsExactlyInAnyOrder(
                                entry(0), entry(1), entry(2), new Entry("external 5", "2 by UPDATE"));
                assertThat(store.status().problems()).hasSize(start == 0 ? 1 : 0);
                assertThat(stored()).hasSize(4).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void aRestartBetweenTheRemovalAndTheNextCommitLosesNothing() throws IOException {
        write(3);
        var broken = new AtomicBoolean();
        var dead = new FaultyFiles((when, path) -> {
            if (broken.get() && when.equals("before")) {
                throw new IOException("dead");
            }
        });
        try (var store = TestStore.open(folder, dead)) {
            var table = open(store);
            broken.set(true);
            foreigner().overwrite(List.of(entry(0)), false);
            await().until(() -> !store.status().writable());
            assertThat(table.snapshot().size()).isEqualTo(3);
        }
        try (var store = TestStore.open(folder)) {
            assertThat(open(store).snapshot().rows())
                    .contains(entry(0), entry(1), entry(2))
                    .hasSize(4);
            assertThat(stored()).hasSize(4).doesNotHaveDuplicates();
        }
    }

    @Test
    void theMarkIsSetAgainWhenOthersTakeItAway() throws IOException {
        write(1);
        try (var store = TestStore.open(folder)) {
            var table = open(store);
            var log = DeltaLog.forTable(
                    new Configuration(), folder.resolve("Tables/journal").toString());
            var transaction = log.startTransaction();
            var properties = new java.util.HashMap<>(transaction.metadata().getConfiguration());
            properties.put("delta.appendOnly", "false");
            transaction.updateMetadata(transaction
                    .metadata()
                    .copyBuilder()
                    .configuration(properties)
                    .build());
            transaction.commit(
                    new ArrayList<>(),
                    new io.delta.standalone.Operation(io.delta.standalone.Operation.Name.MANUAL_UPDATE),
                    "a-notebook/1.0");

            await().until(() -> table.snapshot().version() == 3);
            assertThat(log.update().getMetadata().getConfiguration()).containsEntry("delta.appendOnly", "true");
            assertThat(store.status().word()).isEqualTo("degraded");
        }
    }
}
